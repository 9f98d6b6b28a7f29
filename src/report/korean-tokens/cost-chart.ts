import type { Rows } from "../rows.ts";
import type { DotPlot, Mark } from "../svg/dot-plot.ts";
import { dollarPowers } from "../svg/powers.ts";
import type { Facts } from "./facts.ts";
import { anyLive, endingTargets, type TargetCost, targetCosts } from "./target-costs.ts";
import type { Wording } from "./wording.ts";

/** A million characters of input and a million of output, on targets without a known end, cheapest first. */
export function costChart(rows: Rows, facts: Facts, words: Wording): DotPlot {
  const ending = endingTargets(facts);
  const costs = targetCosts(rows, facts);
  const lasting = costs.filter(({ target }) => !ending.has(target));
  // A logarithmic scale has no place for what is free.
  const drawn = (lasting.length > 0 ? lasting : costs)
    .filter(isPaid)
    .map((cost) => ({ label: cost.target, marks: [markOf(cost)] }));
  const ends = drawn.flatMap(({ marks }) => marks.flatMap(({ value, low, high }) => [value, low, high]));
  return {
    title: words.costChart.title,
    axis: words.costChart.axis,
    scale: "log",
    ticks: dollarPowers(ends.filter((end) => end !== undefined)),
    legend: [
      { series: 0, label: anyLive(costs) ? words.costChart.counted : words.costChart.exact, shape: "dot" },
      { series: 1, label: words.costChart.assumed, shape: "bar" },
    ],
    band: undefined,
    rows: drawn,
    notes: [],
  };
}

const isPaid = ({ usd: { input } }: TargetCost): boolean => (input?.value ?? input?.high ?? 0) > 0;

function markOf({ usd: { input, output } }: TargetCost): Mark {
  const sum = (name: "value" | "low" | "high"): number | undefined => {
    const [read, written] = [input?.[name], output?.[name]];
    return read === undefined || written === undefined ? undefined : (read + written) * 1000;
  };
  const value = sum("value");
  return { series: value === undefined ? 1 : 0, value, low: sum("low"), high: sum("high") };
}
