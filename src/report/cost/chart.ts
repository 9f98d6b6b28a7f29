import type { Rows } from "../rows.ts";
import type { DotPlot, Mark } from "../svg/dot-plot.ts";
import { dollarPowers } from "../svg/powers.ts";
import type { CostFacts, ScenarioFacts } from "./facts.ts";
import { lasting, type MonthRow, monthsOf } from "./months.ts";
import type { CostWording } from "./wording.ts";

/** A month of a scenario on every target without a known end, cheapest first. */
export function monthChart(
  rows: Rows,
  facts: CostFacts,
  { scenario, key }: ScenarioFacts,
  words: CostWording,
): DotPlot {
  // A logarithmic scale has no place for what is free.
  const months = lasting(monthsOf(rows, key), facts.book).filter(({ usd }) => (usd?.value ?? usd?.high ?? 0) > 0);
  const drawn = months.map((month) => ({ label: month.target, marks: [markOf(month)] }));
  return {
    title: words.chartTitle(words.pick(scenario.title)),
    axis: words.chartAxis,
    scale: "log",
    ticks: dollarPowers(
      drawn.flatMap(({ marks: [mark] }) => [mark?.value, mark?.low, mark?.high]).filter((end) => end !== undefined),
    ),
    legend: [
      { series: 0, label: words.chartExact, shape: "dot" },
      { series: 1, label: words.chartAssumed, shape: "bar" },
    ],
    band: undefined,
    rows: drawn,
    notes: [words.chartNote(facts.day)],
  };
}

const markOf = ({ usd }: MonthRow): Mark => ({
  series: usd?.value === undefined ? 1 : 0,
  value: usd?.value,
  low: usd?.low,
  high: usd?.high,
});
