import type { Lang } from "../domain/prompt.ts";
import { fixed } from "./format.ts";
import type { RunFacts } from "./run-facts.ts";

const GRADES = { simulated: "Simulated", recorded: "Recorded", live: "Live" } as const;

export const LANGS = { ko: "Korean", en: "English" } as const satisfies Record<Lang, string>;

/** `3 prompts`. */
export const count = (n: number, noun: string): string =>
  `${fixed(n, 0)} ${noun}${n === 1 ? "" : noun.endsWith("s") ? "es" : "s"}`;
export const listed = (targets: readonly string[]): string => targets.map((target) => `\`${target}\``).join(", ");
export const langsOf = ({ langs }: Pick<RunFacts, "langs">): string => langs.map((lang) => LANGS[lang]).join(" and ");

/** The grade as the first word of a title. */
export const gradeOf = ({ grade }: Pick<RunFacts, "grade">): string =>
  grade === undefined ? "Nothing asked" : GRADES[grade.evidence];
