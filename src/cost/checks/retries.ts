import type { Check } from "../../domain/claim.ts";
import { periodOn } from "../../domain/price/book.ts";
import { heirOf } from "../../domain/price/heir.ts";
import { type Exact, exact } from "../money.ts";
import { type Checked, each, one, type World } from "./world.ts";

type Of<Kind extends Check["kind"]> = Extract<Check, { kind: Kind }>;
type Retried = Of<"retry_gap">["dear"];

/** The text's rule: each failure is asked again once, and that always succeeds. */
const onceMore = ({ price, rate }: Retried): Exact => exact(price).times(exact(1).plus(rate));

/**
 * A price with its retries: by the text's rule, and repeated until an attempt succeeds where all fail alike and
 * independently. What the former lacks is rate² of the latter. Today: of the target itself while it answers, since how often
 * what replaces it fails is not known.
 */
export function checkRetryCost(check: Of<"retry_cost">, { record, today }: World): Checked {
  const { price, rate, target } = check;
  const heir = heirOf(record, target, today);
  const now = heir?.target === target ? heir : undefined;
  const output = now && periodOn(now, today)?.output;
  return {
    measured: one(onceMore(check).toNumber()),
    corrected: rate === 0 ? undefined : exact(price).dividedBy(exact(1).minus(rate)).toNumber(),
    today: {
      value: output === undefined ? undefined : onceMore({ price: Number(output), rate }).toNumber(),
      targets: now === undefined ? [] : [target],
    },
  };
}

/** A gap between prices is their ratio or their difference: retries may change the one this way and the other that way. */
export function checkRetryGap({ dear, cheap }: Of<"retry_gap">): Checked {
  const change = (after: Exact, before: Exact): number => after.dividedBy(before).minus(1).times(100).toNumber();
  const [high, low] = [exact(dear.price), exact(cheap.price)];
  const gaps: Readonly<Record<string, number>> = {
    ratio: change(onceMore(dear).dividedBy(onceMore(cheap)), high.dividedBy(low)),
    difference: change(onceMore(dear).minus(onceMore(cheap)), high.minus(low)),
  };
  return { measured: each(Object.keys(gaps), (gap) => gaps[gap]), corrected: undefined, today: undefined };
}
