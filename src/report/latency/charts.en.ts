import { pictureNote, pictureTitle } from "../banner.en.ts";
import { isLimited } from "./facts.ts";
import type { ChartWording } from "./wording.ts";

export const charts: ChartWording = {
  heading: "Charts",
  ecdfIntro:
    "How many answers had begun within a time: the further left a curve stands, the faster; the steeper it is, the more alike the waits. Dots mark p50 and p90.",
  ecdfAlt: "Share of answers that had begun within a time, by target and language",
  ecdfTitle: (facts) => pictureTitle(facts, "Time to first token"),
  note: (facts) =>
    `${pictureNote(facts)}${facts.grade?.evidence !== "simulated" && isLimited(facts) ? " Limited by its client." : ""}`,
  time: (ms) => (ms < 1000 ? `${Number(ms.toPrecision(12))} ms` : `${(ms / 1000).toLocaleString("en-US")} s`),
  timeAxis: "TTFT, logarithmic",
  medians: (text) => `p50 ${text} ms`,
  nothing: (targets) => `Without a time: ${targets.join(", ")}.`,
  timelineIntro:
    "The wait for the first token of every first attempt at its moment in the run. Steps, drifts and clusters of failures show here and in no percentile.",
  timelineAlt: "Time to first token over the run, by target and language, with failures",
  timelineTitle: (facts) => pictureTitle(facts, "Time to first token over the run"),
  runAxis: (unit) => `${unit} since the first request; TTFT logarithmic`,
  failed: "first attempt failed",
  failedMark: "failed",
  thinned: (points, of) => `${points} of ${of} points are drawn.`,
};
