/** Type 7 of Hyndman & Fan (1996), as in R and NumPy. `sorted` is ascending; undefined for an empty sample or q outside [0, 1]. */
export function quantile(sorted: ArrayLike<number>, q: number): number | undefined {
  if (sorted.length === 0 || !(q >= 0 && q <= 1)) return undefined;
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
