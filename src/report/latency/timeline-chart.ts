import { fixed } from "../format.ts";
import { legendOf, SERIES } from "../series.ts";
import { linearAxis, logAxis } from "../svg/ticks.ts";
import type { Timeline } from "../svg/timeline.ts";
import type { LatencyFacts, TimelinePoint } from "./facts.ts";
import type { LatencyWording } from "./wording.ts";

/** Most points that are drawn, so that a picture stays small. */
const MOST_POINTS = 2400;
const MOST_STEPS = 8;
const MOST_LINES = 3;

/** The wait of every first attempt at its moment in the run, a panel for each target that was asked. */
export function timelineOf(facts: LatencyFacts, words: LatencyWording): Timeline {
  const { charts } = words;
  const points = thinned(facts.timeline);
  const end = points.reduce((last, { at }) => Math.max(last, at), 0);
  const unit = unitOf(end);
  const run = linearAxis(Math.max(1, end / unit.seconds), MOST_STEPS);
  const axis = logAxis(
    points.flatMap(({ ttftMs }) => ttftMs ?? []),
    MOST_LINES,
  );
  const drawn = facts.targets.filter(({ target }) => points.some((point) => point.target === target));
  return {
    title: charts.timelineTitle(facts),
    axis: charts.runAxis(unit.name),
    from: run.from,
    to: run.to,
    ticks: run.ticks.map((at) => ({ at, label: fixed(at, run.ticks.every(Number.isInteger) ? 0 : 1) })),
    values: { from: axis.from, to: axis.to, ticks: axis.ticks.map((at) => ({ at, label: charts.time(at) })) },
    legend: legendOf(facts, words),
    failed: { label: charts.failed, mark: charts.failedMark },
    panels: drawn.map(({ target }) => ({
      label: target,
      note: "",
      moments: points
        .filter((point) => point.target === target)
        .map(({ lang, at, ttftMs }) => ({ series: SERIES[lang], at: at / unit.seconds, value: ttftMs })),
    })),
    notes: [
      charts.note(facts),
      ...(points.length === facts.timeline.length
        ? []
        : [charts.thinned(fixed(points.length, 0), fixed(facts.timeline.length, 0))]),
    ],
  };
}

/** Every second, third, … where there are too many: of each target and language, and of answers and failures alike. */
function thinned(points: readonly TimelinePoint[]): readonly TimelinePoint[] {
  const every = Math.ceil(points.length / MOST_POINTS);
  if (every <= 1) return points;
  const seen = new Map<string, number>();
  return points.filter(({ target, lang, ttftMs }) => {
    const kind = `${lang} ${ttftMs === undefined ? "failed" : "answered"} ${target}`;
    const place = seen.get(kind) ?? 0;
    seen.set(kind, place + 1);
    return place % every === 0;
  });
}

/** A unit in which the length of the run is a number of two digits. */
function unitOf(seconds: number): { readonly name: "seconds" | "minutes" | "hours"; readonly seconds: number } {
  if (seconds <= 180) return { name: "seconds", seconds: 1 };
  return seconds <= 3 * 3600 ? { name: "minutes", seconds: 60 } : { name: "hours", seconds: 3600 };
}
