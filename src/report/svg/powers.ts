import type { DotPlot } from "./dot-plot.ts";

/**
 * Ticks of a logarithmic scale that hold all values, written as dollars: powers of ten, and an end at two or five times
 * one where the next power would leave the plot empty.
 */
export function dollarPowers(values: readonly number[]): DotPlot["ticks"] {
  const paid = values.filter((value) => value > 0 && Number.isFinite(value));
  const first = paid.length === 0 ? 0 : Math.floor(Math.log10(Math.min(...paid)));
  const most = paid.length === 0 ? 10 : Math.max(...paid);
  const last = Math.max(first, Math.floor(Math.log10(most)));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  const end = [1, 2, 5, 10].map((step) => step * 10 ** last).find((step) => step >= most) ?? most;
  return [...new Set([...powers, end])].map((at) => ({
    at,
    label: `$${at.toLocaleString("en-US", { maximumFractionDigits: Math.max(0, -Math.floor(Math.log10(at))) })}`,
  }));
}
