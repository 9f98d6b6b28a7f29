/** Shares by domain of Korean characters, summing to 1. */
export type Mix = ReadonlyMap<string, number>;

/** Scales positive weights to shares that sum to 1. Undefined when there is none, or one is not a positive number. */
export function toMix(weights: Iterable<readonly [string, number]>): Mix | undefined {
  const entries = [...weights];
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  if (
    entries.length === 0 ||
    !Number.isFinite(sum) ||
    !entries.every(([, weight]) => weight > 0 && Number.isFinite(weight))
  )
    return undefined;
  return new Map(entries.map(([domain, weight]) => [domain, weight / sum]));
}
