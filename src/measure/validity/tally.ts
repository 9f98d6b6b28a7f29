/** A trial of one policy in one language: an item, and what became of it. */
export type Trial = {
  /** Any whole number; the same in both languages. */
  readonly item: number;
  /** Attempts up to the valid answer or to the cap. */
  readonly attempts: number;
  readonly firstValid: boolean;
  readonly finalValid: boolean;
  /** Of all its attempts, failed ones included; undefined where one of them is unknown. */
  readonly tokens: number | undefined;
  readonly usd: number | undefined;
  /** Of its first attempt. */
  readonly firstTokens: number | undefined;
  readonly firstUsd: number | undefined;
};

/** Sums over the trials of each item, by the item's number. NaN is unknown: what holds an unknown is unknown. */
export type Tally = {
  readonly item: Float64Array;
  readonly trials: Float64Array;
  readonly firstValid: Float64Array;
  readonly finalValid: Float64Array;
  readonly attempts: Float64Array;
  readonly tokens: Float64Array;
  readonly usd: Float64Array;
  readonly firstTokens: Float64Array;
  readonly firstUsd: Float64Array;
};

/** Items in the order of their numbers, and sums over what each of them has; what holds an unknown is NaN. */
export function byItem<Of extends { readonly item: number }>(
  all: readonly Of[],
): {
  readonly item: Float64Array;
  readonly sums: (of: (each: Of) => number | undefined) => Float64Array;
} {
  const item = Float64Array.from(new Set(all.map((each) => each.item))).sort();
  const place = new Map<number, number>();
  item.forEach((each, at) => {
    place.set(each, at);
  });
  const places = all.map((each) => place.get(each.item) as number);
  const sums = (of: (each: Of) => number | undefined): Float64Array => {
    const found = new Float64Array(item.length);
    all.forEach((each, index) => {
      const at = places[index] as number;
      found[at] = (found[at] as number) + (of(each) ?? Number.NaN);
    });
    return found;
  };
  return { item, sums };
}

/** Sums trials by item. The same trials in another order give the same tally but for rounding. */
export function tallied(trials: readonly Trial[]): Tally {
  const { item, sums } = byItem(trials);
  return {
    item,
    trials: sums(() => 1),
    firstValid: sums(({ firstValid }) => (firstValid ? 1 : 0)),
    finalValid: sums(({ finalValid }) => (finalValid ? 1 : 0)),
    attempts: sums(({ attempts }) => attempts),
    tokens: sums(({ tokens }) => tokens),
    usd: sums(({ usd }) => usd),
    firstTokens: sums(({ firstTokens }) => firstTokens),
    firstUsd: sums(({ firstUsd }) => firstUsd),
  };
}

/** Both tallies with only the items that both have, in the same order. */
export const shared = (ko: Tally, en: Tally): readonly [Tally, Tally] => [
  only(ko, new Set(en.item)),
  only(en, new Set(ko.item)),
];

function only(tally: Tally, items: ReadonlySet<number>): Tally {
  const kept = (values: Float64Array): Float64Array => values.filter((_, at) => items.has(tally.item[at] as number));
  return {
    item: kept(tally.item),
    trials: kept(tally.trials),
    firstValid: kept(tally.firstValid),
    finalValid: kept(tally.finalValid),
    attempts: kept(tally.attempts),
    tokens: kept(tally.tokens),
    usd: kept(tally.usd),
    firstTokens: kept(tally.firstTokens),
    firstUsd: kept(tally.firstUsd),
  };
}
