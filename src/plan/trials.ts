import { LANGS, type Lang, type Prompt } from "../domain/prompt.ts";
import type { Trial } from "../domain/trial.ts";

export type Plan = {
  readonly suite: { readonly name: string };
  readonly targets: readonly string[];
  readonly prompts: readonly Prompt[];
  /** Default: both. */
  readonly langs?: readonly Lang[] | undefined;
  /** Most cases to ask: a case is one side of a prompt. */
  readonly limit?: number | undefined;
  /** Trials of a case on a target; default 1. */
  readonly repeat?: number | undefined;
};

/**
 * Every trial of a plan once, by repetition, prompt, language and target. The two sides of a prompt follow each other, so
 * that whatever changes during a run meets both languages alike. An id does not depend on what else is planned.
 */
export function trialsOf({ suite, targets, prompts, langs = LANGS, limit, repeat = 1 }: Plan): Trial[] {
  const cases = prompts.flatMap((prompt) => langs.map((lang) => ({ prompt, lang }))).slice(0, limit);
  const repetitions = Array.from({ length: repeat }, (_, i) => i + 1);
  return repetitions.flatMap((repetition) =>
    cases.flatMap(({ prompt, lang }) =>
      targets.map((target): Trial => {
        const name = `${prompt.id}.${lang}`;
        return {
          id: `${target} ${name} ${repetition}`,
          suite: suite.name,
          target,
          case: name,
          pair: prompt.id,
          lang,
          repetition,
          question: questionOf(prompt, lang),
        };
      }),
    ),
  );
}

/** No temperature: models that think refuse one, and every vendor has a default of its own. */
const questionOf = (prompt: Prompt, lang: Lang): Trial["question"] => ({
  ...(prompt.system === undefined ? {} : { system: prompt.system[lang] }),
  messages: [{ role: "user", text: prompt[lang] }],
  maxOutputTokens: prompt.max_output_tokens,
  stream: true,
});
