import type { Rows } from "../rows.ts";
import { legendOf, SERIES } from "../series.ts";
import type { Ecdf } from "../svg/ecdf.ts";
import { logAxis } from "../svg/ticks.ts";
import type { LatencyFacts } from "./facts.ts";
import { countOf } from "./lines.ts";
import type { LatencyWording } from "./wording.ts";
import { writeTime } from "./written.ts";

/** Most grid lines that have room for their labels. */
const MOST_LINES = 9;

/** How many answers began within a time, a panel for each target that answered. */
export function ecdfOf(rows: Rows, facts: LatencyFacts, words: LatencyWording): Ecdf {
  const { charts } = words;
  const curves = facts.curves.filter(({ ttftMs }) => ttftMs.length > 0);
  const axis = logAxis(
    curves.flatMap(({ ttftMs }) => [ttftMs[0] ?? 0, ttftMs.at(-1) ?? 0]),
    MOST_LINES,
  );
  const drawn = facts.targets.filter(({ target }) => curves.some((curve) => curve.target === target));
  const empty = facts.targets.filter((each) => each.asked && !drawn.includes(each)).map(({ target }) => target);
  return {
    title: charts.ecdfTitle(facts),
    axis: charts.timeAxis,
    from: axis.from,
    to: axis.to,
    ticks: axis.ticks.map((at) => ({ at, label: charts.time(at) })),
    legend: legendOf(facts, words),
    panels: drawn.map(({ target }) => ({
      label: target,
      note: mediansOf(rows, target, facts, words),
      curves: curves
        .filter((curve) => curve.target === target)
        .map(({ lang, ttftMs }) => ({ series: SERIES[lang], values: ttftMs })),
    })),
    notes: [charts.note(facts), ...(empty.length === 0 ? [] : [charts.nothing(empty)])],
  };
}

/** The medians of the languages; nothing where models of one target stand apart. */
function mediansOf(rows: Rows, target: string, { langs }: LatencyFacts, words: LatencyWording): string {
  const medians = langs.map((lang) => countOf(rows, { target, lang }, "ttft_ms", "p50")?.value);
  return medians.every((value) => value === undefined) ? "" : words.charts.medians(medians.map(writeTime).join(" / "));
}
