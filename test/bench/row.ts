/** One line of the bench: a figure, what it is compared with in the same run, and how far its runs lie apart. */
export type Row = { readonly name: string; readonly figure: string; readonly beside: string; readonly spread: string };

/** Wall seconds of one call. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
