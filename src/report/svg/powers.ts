import type { DotPlot } from "./dot-plot.ts";

/** Powers of ten that hold all values, written as dollars: the ticks of a logarithmic scale. */
export function dollarPowers(values: readonly number[]): DotPlot["ticks"] {
  const paid = values.filter((value) => value > 0 && Number.isFinite(value));
  const first = paid.length === 0 ? 0 : Math.floor(Math.log10(Math.min(...paid)));
  const last = paid.length === 0 ? 1 : Math.max(first + 1, Math.ceil(Math.log10(Math.max(...paid))));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = 10 ** (first + i);
    return { at, label: `$${at.toLocaleString("en-US", { maximumFractionDigits: Math.max(0, -first - i) })}` };
  });
}
