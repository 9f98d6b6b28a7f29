import { allSimulated, isLimited, type LatencyFacts } from "./facts.ts";
import { gradeOf } from "./names.en.ts";
import type { ChartWording } from "./wording.ts";

export const charts: ChartWording = {
  heading: "Charts",
  ecdfIntro:
    "How many answers had begun within a time: the further left a curve stands, the faster; the steeper it is, the more alike the waits. Dots mark p50 and p90.",
  ecdfAlt: "Share of answers that had begun within a time, by target and language",
  ecdfTitle: (facts) => titled(facts, "Time to first token"),
  note: (facts) => {
    const { grade, days = "", profiles } = facts;
    const limited = isLimited(facts) ? " Limited by its client." : "";
    if (grade?.evidence !== "simulated") return `${gradeOf(facts)}: ${days}.${limited}`;
    return allSimulated(facts)
      ? `Simulated by the profile ${profiles}, not measured.`
      : "Simulated in part, not to be taken for measurements.";
  },
  time: (ms) => (ms < 1000 ? `${Number(ms.toPrecision(12))} ms` : `${(ms / 1000).toLocaleString("en-US")} s`),
  timeAxis: "TTFT, logarithmic",
  medians: (text) => `p50 ${text} ms`,
  nothing: (targets) => `Without a time: ${targets.join(", ")}.`,
  timelineIntro:
    "The wait for the first token of every first attempt at its moment in the run. Steps, drifts and clusters of failures show here and in no percentile.",
  timelineAlt: "Time to first token over the run, by target and language, with failures",
  timelineTitle: (facts) => titled(facts, "Time to first token over the run"),
  runAxis: (unit) => `${unit} since the first request; TTFT logarithmic`,
  failed: "first attempt failed",
  failedMark: "failed",
  thinned: (points, of) => `${points} of ${of} points are drawn.`,
};

/** Pictures are taken out of reports: what was not measured says so in its title. */
const titled = (facts: LatencyFacts, title: string): string =>
  facts.grade?.evidence === "live" ? title : `${gradeOf(facts)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
