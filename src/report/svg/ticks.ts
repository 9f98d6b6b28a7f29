const STEPS = [1, 2, 5] as const;

/** Distances between grid lines that a reader expects of seconds, minutes and hours. */
const DISTANCES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 100, 200, 500, 1000] as const;

export type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly number[] };

/** A logarithmic axis that holds all values: its ends at 1, 2 or 5 times a power of ten, and at most `most` grid lines. */
export function logAxis(values: readonly number[], most: number): Axis {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  // One by one: a call cannot take very many arguments.
  const low = known.reduce((least, value) => Math.min(least, value), known[0] ?? 100);
  const high = known.reduce((largest, value) => Math.max(largest, value), known[0] ?? 1000);
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(low)); (all.at(-1) ?? 0) <= high; power++) {
    all.push(...STEPS.map((step) => step * 10 ** power));
  }
  const from = all.findLast((tick) => tick <= low) ?? low;
  const to = all.find((tick) => tick >= high && tick > from) ?? high;
  const inside = all.filter((tick) => tick >= from && tick <= to);
  return { from, to, ticks: chosen(inside, most) };
}

/** All of them, or the powers of ten, or every second, third, … of them. */
function chosen(ticks: readonly number[], most: number): number[] {
  if (ticks.length <= most) return [...ticks];
  const powers = ticks.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  if (powers.length > 1 && powers.length <= most) return powers;
  const every = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % every === 0);
}

/** A linear axis from 0 to `end` or a little beyond, of at most `most` steps; round ones where there are some. */
export function linearAxis(end: number, most: number): Axis {
  const step = DISTANCES.find((distance) => end / distance <= most) ?? end / most;
  const count = Math.max(1, Math.ceil(end / step - 1e-9));
  return { from: 0, to: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}
