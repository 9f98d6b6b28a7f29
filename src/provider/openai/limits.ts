/** Where OpenAI is, unless the endpoint says otherwise. */
export const OPENAI_HOME = "https://api.openai.com/v1";

/** Models that think before they answer, by how their names begin: they refuse any temperature but their own. */
const REASONING = ["o1", "o3", "o4", "gpt-5", "gpt-6", "gpt-7", "codex-"] as const;

/** Models whose names begin like those, but which do not think. */
const PLAIN = ["gpt-5-chat"] as const;

/** True for a model that takes a temperature. A fine-tuned model is named after its base, as in `ft:o4-mini:org::id`. */
export function takesTemperature(model: string): boolean {
  const base = model.replace(/^ft:/, "");
  const begins = (prefix: string): boolean => base.startsWith(prefix);
  return PLAIN.some(begins) || !REASONING.some(begins);
}
