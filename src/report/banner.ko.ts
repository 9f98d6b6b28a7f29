import { fixed } from "./format.ts";
import { gradeOf } from "./names.ko.ts";
import { allSimulated, type RunFacts } from "./run-facts.ts";

/** What stands in bold over a report: how far its figures, of this kind, can be trusted. */
export function bannerOf({ grade, days = "", profiles }: RunFacts, kind: "시간" | "수치"): string {
  if (grade === undefined) return "호출 없음: 로그에 이 계획에 따른 호출이 하나도 없습니다.";
  const all = grade.attempts === grade.of;
  const some = `호출 ${fixed(grade.of, 0)}건 가운데 ${fixed(grade.attempts, 0)}건`;
  const topic = { 시간: "시간은", 수치: "수치는" }[kind];
  switch (grade.evidence) {
    case "simulated":
      return all
        ? `모의 실행: 제공사를 호출하지 않았습니다. 아래 ${topic} 모두 프로필(\`${profiles}\`)에 따라 만든 것이며, 실제 모델의 수치가 아닙니다.`
        : `모의 실행: ${some}은 시뮬레이터가 응답했습니다. 아래 수치를 측정값으로 보지 마세요.`;
    case "recorded":
      return all
        ? `녹화 재생: ${days}에 녹화한 응답의 ${kind}이며, 이번에는 제공사를 호출하지 않았습니다.`
        : `녹화 재생: ${some}은 녹화한 응답을 재생한 것이고, 나머지는 실제 호출입니다(${days}).`;
    case "live":
      return `실제 호출: ${days}에 제공사를 호출했습니다.`;
  }
}

/** The same in a line, over every table. */
export function tableBannerOf(facts: RunFacts): string {
  const { grade, days = "", profiles } = facts;
  if (grade === undefined) return "호출한 것이 없습니다.";
  if (grade.evidence !== "simulated") return `${gradeOf(facts)}: ${days}.`;
  return allSimulated(facts)
    ? `모의 실행: 프로필(\`${profiles}\`)에 따라 만든 수치이며 측정값이 아닙니다.`
    : "모의 실행: 일부는 시뮬레이터가 만든 수치이므로 측정값으로 보지 마세요.";
}

/** The same in the small print of a picture. */
export function pictureNote(facts: RunFacts): string {
  const { grade, days = "", profiles } = facts;
  if (grade?.evidence !== "simulated") return `${gradeOf(facts)}: ${days}.`;
  return allSimulated(facts)
    ? `프로필 ${profiles}에 따라 만든 수치이며 측정값이 아닙니다.`
    : "일부는 시뮬레이터가 만든 수치이므로 측정값으로 보지 마세요.";
}

/** Pictures are taken out of reports: what was not measured says so in its title. */
export const pictureTitle = (facts: RunFacts, title: string): string =>
  facts.grade?.evidence === "live" ? title : `${gradeOf(facts)}: ${title}`;
