import type { Lang } from "../domain/prompt.ts";
import type { RunFacts } from "./run-facts.ts";

const GRADES = { simulated: "모의 실행", recorded: "녹화 재생", live: "실제 호출" } as const;

export const LANGS = { ko: "한국어", en: "영어" } as const satisfies Record<Lang, string>;

export const listed = (targets: readonly string[]): string => targets.map((target) => `\`${target}\``).join(", ");
export const langsOf = ({ langs }: Pick<RunFacts, "langs">): string => langs.map((lang) => LANGS[lang]).join("·");

/** The grade as the first words of a title. */
export const gradeOf = ({ grade }: Pick<RunFacts, "grade">): string =>
  grade === undefined ? "호출 없음" : GRADES[grade.evidence];
