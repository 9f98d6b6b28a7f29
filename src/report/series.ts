import type { Lang } from "../domain/prompt.ts";
import type { RunFacts } from "./run-facts.ts";

/** A colour for each language, the same in every chart. */
export const SERIES = { ko: 0, en: 1 } as const satisfies Record<Lang, 0 | 1>;

/** The languages of the run with their colours. */
export const legendOf = (
  { langs }: Pick<RunFacts, "langs">,
  words: { readonly lang: (lang: Lang) => string },
): { series: 0 | 1; label: string }[] => langs.map((lang) => ({ series: SERIES[lang], label: words.lang(lang) }));
