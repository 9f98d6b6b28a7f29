import type { Lang } from "../../domain/prompt.ts";
import type { LatencyFacts } from "./facts.ts";
import type { LatencyWording } from "./wording.ts";

/** A colour for each language, the same in every chart. */
export const SERIES = { ko: 0, en: 1 } as const satisfies Record<Lang, 0 | 1>;

/** The languages of the run with their colours. */
export const legendOf = ({ langs }: LatencyFacts, words: LatencyWording): { series: 0 | 1; label: string }[] =>
  langs.map((lang) => ({ series: SERIES[lang], label: words.lang(lang) }));
