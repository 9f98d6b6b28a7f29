import { FORMS } from "../../dataset/forms.ts";
import type { NormalisedPair } from "../../dataset/normalise.ts";
import type { Rewording } from "../../dataset/wording.ts";
import { FORM_NAMES, type Form } from "../../domain/form.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import type { CountedPair } from "../../measure/token-sums.ts";
import { type Counted, countAll, type NotCounted } from "../../tokenize/count-all.ts";

/** Tokens of the same texts in another form and in plain form. */
export type FormTokens = { readonly given: number; readonly plain: number };

/** Pairs with their counts by every tokenizer that could count, in their order. */
export type CountedPairs = {
  readonly pairs: readonly CountedPair[];
  readonly tokenizers: readonly Pick<Counted, "entry" | "how">[];
  readonly notCounted: readonly NotCounted[];
  /** By tokenizer: the Korean texts that came in another form, as given. */
  readonly asGiven: readonly FormTokens[];
  /** Korean texts that came in another form. */
  readonly changedKorean: number;
  /** By tokenizer: the reworded Korean texts, in all-Korean wording and as they stand in their pairs. */
  readonly reworded: readonly FormTokens[];
  /** By tokenizer: all Korean texts in each other form; empty when that was not asked for. */
  readonly forms: readonly ReadonlyMap<Form, FormTokens>[];
};

/** Counts both sides of all pairs, their all-Korean wordings, and on request the Korean sides in every other form. */
export async function countPairs(
  entries: readonly TokenizerEntry[],
  pairs: readonly NormalisedPair[],
  withForms: boolean,
  rewordings: readonly Rewording[],
  options: Parameters<typeof countAll>[2],
): Promise<CountedPairs> {
  const changed = pairs.flatMap(({ given }, index) => (given.ko === undefined ? [] : [{ index, text: given.ko }]));
  const forms = withForms ? FORM_NAMES : [];
  const texts = [
    ...pairs.flatMap(({ pair }) => [pair.ko, pair.en]),
    ...changed.map(({ text }) => text),
    ...rewordings.map(({ ko }) => ko),
    ...forms.flatMap((form) => pairs.map(({ pair }) => FORMS[form](pair.ko))),
  ];
  const { counted, notCounted } = await countAll(entries, texts, options);
  const at = ({ counts }: Counted, index: number): number => counts[index] ?? Number.NaN;
  const korean = (by: Counted): number => sum(pairs.map((_, i) => at(by, 2 * i)));
  return {
    pairs: pairs.map(({ pair }, i) => ({
      pair,
      ko: counted.map((by) => at(by, 2 * i)),
      en: counted.map((by) => at(by, 2 * i + 1)),
    })),
    tokenizers: counted,
    notCounted,
    asGiven: counted.map((by) => ({
      given: sum(changed.map((_, i) => at(by, 2 * pairs.length + i))),
      plain: sum(changed.map(({ index }) => at(by, 2 * index))),
    })),
    changedKorean: changed.length,
    reworded: counted.map((by) => ({
      given: sum(rewordings.map((_, i) => at(by, 2 * pairs.length + changed.length + i))),
      plain: sum(rewordings.map(({ id }) => at(by, 2 * pairs.findIndex(({ pair }) => pair.id === id)))),
    })),
    forms: counted.map((by) => {
      const start = 2 * pairs.length + changed.length + rewordings.length;
      return new Map(
        forms.map((form, f) => [
          form,
          { given: sum(pairs.map((_, i) => at(by, start + f * pairs.length + i))), plain: korean(by) },
        ]),
      );
    }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
