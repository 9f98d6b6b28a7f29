import { bill } from "../../cost/bill.ts";
import type { Attempt } from "../../domain/attempt.ts";
import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Trial } from "../../domain/trial.ts";
import { outputTokens, promptTokens, usage } from "../../domain/usage.ts";
import { isRefused, isToldWhole } from "../../measure/spent.ts";
import { type BudgetLimits, NO_USE, type Use } from "../../run/budget.ts";
import type { Spending } from "../../run/trials-input.ts";
import { usagePrice } from "../asking/usage-price.ts";
import { mostTokens, worstCase } from "../trials/worst-case.ts";

/** What attempts use; `unpriced`: targets whose price nobody here knows, whose dollars count as 0. */
export type Uses = Omit<Spending, "budget"> & {
  /** What an attempt came to; undefined where nobody said all of it. */
  readonly told: (line: Attempt) => Use | undefined;
  readonly unpriced: readonly string[];
};

/**
 * The money of a run: the most that an attempt can use by its question, and what it came to by the usage that the server
 * told. What broke off, or told nothing, counts as the most: nobody can say that it was less.
 * @throws UserError where there is a budget in dollars and a target without a price
 */
export function usesOf(
  targets: readonly string[],
  limits: BudgetLimits,
  { book, day }: { readonly book: PriceBook; readonly day: Day },
): Uses {
  const models = new Map(targets.map((target) => [target, pricedOn(book, target, day)]));
  const unpriced = targets.filter((target) => models.get(target) === undefined);
  if (limits.usd !== undefined && unpriced.length > 0) {
    throw new UserError("usage", `A budget in dollars needs prices, and ${unpriced.join(", ")} has none.`, {
      fix: "Give them with --price FILE, or set --budget-tokens instead.",
    });
  }
  const prices = new Map([...models].map(([target, model]) => [target, model && usagePrice(model, day)]));
  const known = new Map<string, Use>();
  const most = (trial: Trial): Use => {
    const model = models.get(trial.target);
    return { usd: model === undefined ? 0 : worstCase([trial], model, day), tokens: mostTokens(trial) };
  };
  const worst = (trial: Trial): Use => {
    // What follows an answer is as long as that.
    if (trial.follows !== undefined) return most(trial);
    // Repetitions of a case are as long.
    const key = `${trial.target} ${trial.case}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const use = most(trial);
    known.set(key, use);
    return use;
  };
  const told = (line: Attempt): Use | undefined => {
    if (isRefused(line)) return NO_USE;
    const { "tokenwon.usage": tokens, "tokenwon.target": target } = line;
    if (tokens === undefined || !isToldWhole(line)) return undefined;
    return { usd: prices.get(target)?.(tokens) ?? 0, tokens: promptTokens(tokens) + outputTokens(tokens) };
  };
  return { worst, told, actual: (line, most) => told(line) ?? most, unpriced };
}

/** A model with a price on the day; a retired one keeps its last. */
function pricedOn(book: PriceBook, target: string, day: Day): PricedModel | undefined {
  const model = servedOn(book, target, day);
  if (model === undefined) return undefined;
  try {
    bill(SOMETHING, model, { day });
    return model;
  } catch (error) {
    if (error instanceof UserError && error.kind === "price") return undefined;
    throw error;
  }
}

const SOMETHING = usage({ fresh_input: 1, visible_output: 1 });
