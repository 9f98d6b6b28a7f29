import type { Rows } from "../rows.ts";
import { legendOf, SERIES } from "../series.ts";
import type { Dot, DotPanels } from "../svg/dot-panels.ts";
import type { ValidityFacts } from "./facts.ts";
import { crossedOf, figureOf, gradedOf, langsUnder } from "./lines.ts";
import type { ValidityWording } from "./wording.ts";

/** Steps of the axis in %, the finest that keeps it at no more than six. */
const STEPS = [1, 2, 5, 10, 20] as const;
const MOST_STEPS = 6;

/** First answers that were valid, with their intervals, the languages beside each other: a panel for each target. */
export function validOf(rows: Rows, facts: ValidityFacts, words: ValidityWording): DotPanels {
  const { charts } = words;
  const { graded, without } = gradedOf(rows, facts);
  const panels = graded.map((target) => ({
    label: target,
    note: "",
    rows: crossedOf(facts).map((condition) => ({
      label: words.condition(condition.name),
      dots: langsUnder(facts, condition).flatMap((lang): Dot[] => {
        const row = figureOf(rows, { target, lang, condition: condition.name }, "first_try_valid");
        if (row?.value === undefined) return [];
        const [low, high] = [row.low, row.high].map((end) => (end === undefined ? undefined : end * 100));
        return [{ series: SERIES[lang], value: row.value * 100, low, high }];
      }),
    })),
  }));
  const dots = panels.flatMap((panel) => panel.rows.flatMap((row) => row.dots));
  const bare = dots.some(({ low }) => low === undefined);
  const { from, ticks } = axisFrom(Math.min(100, ...dots.map(({ value, low }) => low ?? value)));
  return {
    title: charts.validTitle(facts),
    axis: charts.validAxis,
    from,
    to: 100,
    ticks: ticks.map((at) => ({ at, label: words.percent(String(at)) })),
    legend: legendOf(facts, words),
    panels,
    notes: [
      charts.note(facts),
      bare ? charts.noInterval : charts.interval,
      ...(without.length === 0 ? [] : [charts.without(without)]),
    ],
  };
}

/** From a whole step at or below the least value to 100 %. */
function axisFrom(least: number): { readonly from: number; readonly ticks: readonly number[] } {
  const step = STEPS.find((each) => (100 - least) / each <= MOST_STEPS) ?? 20;
  const steps = Math.max(1, Math.ceil((100 - least) / step - 1e-9));
  const from = Math.max(0, 100 - steps * step);
  return { from, ticks: Array.from({ length: steps + 1 }, (_, i) => 100 - (steps - i) * step).filter((at) => at >= 0) };
}
