import type { Day } from "../../domain/date.ts";
import { type PriceBook, periodOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { exact } from "../money.ts";
import { type Fact, rateFacts, undatedFacts } from "./facts.ts";

/** One thing that two books say differently. */
export type Change = {
  readonly target: string;
  readonly kind: "added" | "gone" | "changed";
  /** What is said: `input`, `output over 272000`, `ends`, `input from 2027-01-01`; `target` for a whole target. */
  readonly what: string;
  /** Undefined: the book says nothing of it. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** New ÷ old of a price, to three digits; undefined where there is none. */
  readonly factor: string | undefined;
};

/** A book and the day on which its prices are read. */
export type Dated = { readonly book: PriceBook; readonly day: Day };

/**
 * What `b` says differently from `a`: targets in the order of `a`, then those that are only in `b`. With `ahead` the
 * prices are also compared from every later day on which either book begins a new one.
 */
export function compareBooks(a: Dated, b: Dated, ahead: boolean): Change[] {
  const news = new Map(b.book.models.map((model) => [model.target, model]));
  const olds = new Set(a.book.models.map(({ target }) => target));
  return [
    ...a.book.models.flatMap((old): Change[] => {
      const now = news.get(old.target);
      if (now === undefined) return [whole(old, "gone", priceOn(old, a.day), undefined)];
      return [
        ...compare(old.target, rateFacts(periodOn(old, a.day)), rateFacts(periodOn(now, b.day))),
        ...(ahead ? later(old, now, a.day > b.day ? a.day : b.day) : []),
        ...compare(old.target, undatedFacts(old), undatedFacts(now)),
      ];
    }),
    ...b.book.models.flatMap((now) =>
      olds.has(now.target) ? [] : [whole(now, "added", undefined, priceOn(now, b.day))],
    ),
  ];
}

/** True when both say the same, whatever the number of their zeros. */
export const isSame = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a?.text === b?.text || (a !== undefined && b !== undefined && a.decimal && b.decimal && exact(a.text).eq(b.text));

/** New ÷ old to three digits; undefined when one is unknown or the old one is 0. */
export const factorOf = (old: string | undefined, now: string | undefined): string | undefined =>
  old === undefined || now === undefined || exact(old).isZero()
    ? undefined
    : exact(now).div(old).precision(3).toFixed();

function compare(target: string, olds: ReadonlyMap<string, Fact>, news: ReadonlyMap<string, Fact>): Change[] {
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((what): Change[] => {
    const old = olds.get(what);
    const now = news.get(what);
    if (isSame(old, now)) return [];
    const factor = old?.decimal === true && now?.decimal === true ? factorOf(old.text, now.text) : undefined;
    return [{ target, kind: "changed", what, old: old?.text, new: now?.text, factor }];
  });
}

/** Prices that begin after `day` in either book, each compared on its first day. */
function later(old: PricedModel, now: PricedModel, day: Day): Change[] {
  const days = [...old.periods, ...now.periods].flatMap(({ from }) => (from !== undefined && from > day ? [from] : []));
  return [...new Set(days)].sort().flatMap((first) => {
    const from = ` from ${first}`;
    return compare(old.target, rateFacts(periodOn(old, first), from), rateFacts(periodOn(now, first), from));
  });
}

const whole = (
  { target }: PricedModel,
  kind: "added" | "gone",
  old: string | undefined,
  now: string | undefined,
): Change => ({ target, kind, what: "target", old, new: now, factor: undefined });

function priceOn(model: PricedModel, day: Day): string {
  const period = periodOn(model, day);
  return period === undefined ? "no price on that day" : `${period.input} in, ${period.output} out`;
}
