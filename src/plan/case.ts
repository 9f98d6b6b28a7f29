import type { Lang, Prompt } from "../domain/prompt.ts";
import type { Trial } from "../domain/trial.ts";

/** One side of a pair under one condition, and what is asked of it. */
export type Case = Pick<Trial, "pair" | "lang"> & {
  /** Unique, without white space, as in `refund.ko`. */
  readonly name: string;
  /** May be made when it is asked for. */
  readonly question: Trial["question"];
};

/** Every prompt in every language. */
export const promptCases = (prompts: readonly Prompt[], langs: readonly Lang[]): Case[] =>
  prompts.flatMap((prompt) => langs.map((lang) => caseOf(prompt, lang)));

const caseOf = (prompt: Prompt, lang: Lang): Case => ({
  name: `${prompt.id}.${lang}`,
  pair: prompt.id,
  lang,
  question: questionOf(prompt, lang),
});

/** No temperature: models that think refuse one, and every vendor has a default of its own. */
const questionOf = (prompt: Prompt, lang: Lang): Trial["question"] => ({
  ...(prompt.system === undefined ? {} : { system: prompt.system[lang] }),
  messages: [{ role: "user", text: prompt[lang] }],
  maxOutputTokens: prompt.max_output_tokens,
  stream: true,
});
