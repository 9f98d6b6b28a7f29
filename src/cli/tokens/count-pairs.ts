import type { NormalisedPair } from "../../dataset/normalise.ts";
import type { CountedPair } from "../../measure/token-sums.ts";
import { type CountOptions, countTexts } from "../../tokenize/count-texts.ts";
import type { EncodingName } from "../../tokenize/encoding.ts";

/** Pairs with their counts, and what the Korean texts that were not in plain form would have cost as given. */
export type Counted = {
  readonly pairs: readonly CountedPair[];
  /** By encoding: tokens of the changed Korean texts as given and after normalisation. */
  readonly form: readonly { readonly given: number; readonly plain: number }[];
  /** Korean texts that were changed. */
  readonly changedKorean: number;
};

export async function countPairs(
  encodings: readonly EncodingName[],
  pairs: readonly NormalisedPair[],
  options: CountOptions,
): Promise<Counted> {
  const changed = pairs.flatMap(({ given }, index) => (given.ko === undefined ? [] : [{ index, text: given.ko }]));
  const texts = [...pairs.flatMap(({ pair }) => [pair.ko, pair.en]), ...changed.map(({ text }) => text)];
  const counts = await countTexts(encodings, texts, options);
  const of = (encoding: EncodingName, index: number): number => counts.get(encoding)?.[index] ?? Number.NaN;
  return {
    pairs: pairs.map(({ pair }, i) => ({
      pair,
      ko: encodings.map((encoding) => of(encoding, 2 * i)),
      en: encodings.map((encoding) => of(encoding, 2 * i + 1)),
    })),
    form: encodings.map((encoding) => ({
      given: sum(changed.map((_, i) => of(encoding, 2 * pairs.length + i))),
      plain: sum(changed.map(({ index }) => of(encoding, 2 * index))),
    })),
    changedKorean: changed.length,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
