import { fixed } from "./format.ts";
import { count, gradeOf } from "./names.en.ts";
import { allSimulated, type RunFacts } from "./run-facts.ts";

/** What stands in bold over a report: how far its figures, of this kind, can be trusted. */
export function bannerOf({ grade, days = "", profiles }: RunFacts, kind: "time" | "figure"): string {
  if (grade === undefined) return "Nothing was asked: the log holds no attempt of this plan.";
  const all = grade.attempts === grade.of;
  const some = `${fixed(grade.attempts, 0)} of ${count(grade.of, "attempt")}`;
  switch (grade.evidence) {
    case "simulated":
      return all
        ? `Simulated: no provider was called. Every ${kind} below follows from the profile \`${profiles}\` and says nothing about a real model.`
        : `Simulated: ${some} came from the simulator. Take no figure below for a measurement.`;
    case "recorded":
      return all
        ? `Recorded: ${kind}s of ${days}, replayed from recordings. No provider was called this time.`
        : `Recorded: ${some} came from recordings, the others from live calls (${days}).`;
    case "live":
      return `Live: the providers were called on ${days}.`;
  }
}

/** The same in a line, over every table. */
export function tableBannerOf(facts: RunFacts): string {
  const { grade, days = "", profiles } = facts;
  if (grade === undefined) return "Nothing was asked.";
  if (grade.evidence !== "simulated") return `${gradeOf(facts)}: ${days}.`;
  return allSimulated(facts)
    ? `Simulated: made from the profile \`${profiles}\`, not measured.`
    : "Simulated: made in part by the simulator, not to be taken for measurements.";
}

/** The same in the small print of a picture. */
export function pictureNote(facts: RunFacts): string {
  const { grade, days = "", profiles } = facts;
  if (grade?.evidence !== "simulated") return `${gradeOf(facts)}: ${days}.`;
  return allSimulated(facts)
    ? `Simulated by the profile ${profiles}, not measured.`
    : "Simulated in part, not to be taken for measurements.";
}

/** Pictures are taken out of reports: what was not measured says so in its title. */
export const pictureTitle = (facts: RunFacts, title: string): string =>
  facts.grade?.evidence === "live" ? title : `${gradeOf(facts)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
