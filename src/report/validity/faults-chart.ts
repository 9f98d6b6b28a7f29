import type { FaultKind } from "../../domain/grade.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Rows } from "../rows.ts";
import type { Bar, StackedBars } from "../svg/stacked-bars.ts";
import { linearAxis } from "../svg/ticks.ts";
import type { ValidityFacts } from "./facts.ts";
import { FILLS } from "./fault-fills.ts";
import { crossedOf, faultCount, faultsIn, figureOf, gradedOf, langsUnder, type Place } from "./lines.ts";
import type { ValidityWording } from "./wording.ts";

const MOST_STEPS = 6;
/** Share of the axis that the figure behind the longest bar takes. */
const END_ROOM = 0.14;

/** First answers that were not valid, in % of those there were, by the fault that decided: a panel for each target. */
export function faultsOf(rows: Rows, facts: ValidityFacts, words: ValidityWording): StackedBars {
  const { charts } = words;
  const faults = faultsIn(rows, crossedOf(facts));
  const { graded, without } = gradedOf(rows, facts);
  const panels = graded.map((target) => ({
    label: target,
    note: "",
    bars: crossedOf(facts).flatMap((condition) =>
      langsUnder(facts, condition).map((lang): Bar => {
        const place = { target, lang, condition: condition.name };
        const parts = partsOf(rows, place, faults);
        const all = parts?.reduce((sum, { value }) => sum + value, 0);
        return {
          label: charts.row(words.condition(condition.name), words.lang(lang)),
          parts: parts ?? [],
          end: all === undefined ? UNKNOWN : words.percent(fixed(all, 1)),
        };
      }),
    ),
  }));
  const longest = Math.max(
    0,
    ...panels.flatMap(({ bars }) => bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))),
  );
  const axis = linearAxis(longest === 0 ? 1 : longest, MOST_STEPS);
  return {
    title: charts.faultsTitle(facts),
    axis: charts.faultsAxis,
    to: Math.max(axis.to, longest / (1 - END_ROOM)),
    ticks: axis.ticks.map((at) => ({ at, label: words.percent(String(Number(at.toPrecision(12)))) })),
    legend: faults.map((fault) => ({ fill: FILLS[fault], label: words.fault(fault) })),
    panels,
    notes: [charts.note(facts), charts.faultsNote, ...(without.length === 0 ? [] : [charts.without(without)])],
  };
}

/** In %, in the order of the ladder; undefined where there was no answer. */
function partsOf(rows: Rows, place: Place, faults: readonly FaultKind[]): Bar["parts"] | undefined {
  const answers = figureOf(rows, place, "first_try_valid")?.n;
  if (answers === undefined || answers === 0) return undefined;
  return faults.map((fault) => ({
    fill: FILLS[fault],
    value: ((faultCount(rows, place, fault) ?? 0) / answers) * 100,
  }));
}
