import { type Exact, exact, sum, ZERO } from "../../cost/money.ts";
import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import { stateOn } from "../../domain/price/lifecycle.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Repeated } from "../../plan/repeated.ts";
import { worstCase } from "../trials/worst-case.ts";
import { type InputTokens, together } from "./input-tokens.ts";

/** A question, how often it is asked, and the most that asking it once can cost; undefined without a price. */
export type Priced = { readonly times: number; readonly usd: Exact | undefined };

/** What the requests to one target come to. */
export type TargetEstimate = {
  readonly target: string;
  /** Who answers to the name, where it is somebody else. */
  readonly served: string | undefined;
  readonly requests: number;
  readonly input: InputTokens;
  /** Tokens of every answer at its longest, thinking included. */
  readonly output: number;
  /** The most that asking every request once can cost; undefined without a price. */
  readonly usd: Exact | undefined;
  /** False for a target that the price book does not know. */
  readonly known: boolean;
  /** The day on which it stopped answering. */
  readonly off: Day | undefined;
  readonly questions: readonly Priced[];
};

export type Estimate = {
  readonly targets: readonly TargetEstimate[];
  readonly requests: number;
  readonly input: InputTokens;
  readonly output: number;
  /** Undefined where a target has no price. */
  readonly usd: Exact | undefined;
};

/** The figures of one target, whose requests were counted. */
export function targetEstimate(
  target: string,
  requests: readonly Repeated[],
  input: InputTokens,
  book: PriceBook,
  day: Day,
): TargetEstimate {
  const model = servedOn(book, target, day);
  const questions = requests.map(({ trial, times }) => ({ times, usd: mostUsd(trial, model, day) }));
  const unlimited = Number.POSITIVE_INFINITY;
  return {
    target,
    served: model === undefined || model.target === target ? undefined : model.target,
    requests: requests.reduce((all, { times }) => all + times, 0),
    input,
    output: requests.reduce((all, { trial, times }) => all + times * (trial.question.maxOutputTokens ?? unlimited), 0),
    usd: added(questions.map(({ usd, times }) => usd?.times(times))),
    known: model !== undefined,
    off: model !== undefined && stateOn(model.lifecycle, day) === "off" ? model.lifecycle.ends : undefined,
    questions,
  };
}

/** The most that asking once can cost; undefined where the book has no price of that day. */
export function mostUsd(trial: Repeated["trial"], model: PricedModel | undefined, day: Day): Exact | undefined {
  try {
    return model && exact(worstCase([trial], model, day));
  } catch (error) {
    if (error instanceof UserError && error.kind === "price") return undefined;
    throw error;
  }
}

/** The targets, and all of them together. */
export const estimateOf = (targets: readonly TargetEstimate[]): Estimate => ({
  targets,
  requests: targets.reduce((all, { requests }) => all + requests, 0),
  input: together(targets.map(({ input }) => input)),
  output: targets.reduce((all, { output }) => all + output, 0),
  usd: added(targets.map(({ usd }) => usd)),
});

/** Undefined as soon as one of them is: what lacks a part is no sum. */
function added(amounts: readonly (Exact | undefined)[]): Exact | undefined {
  const known = amounts.flatMap((amount) => amount ?? []);
  return known.length === amounts.length ? sum(known) : undefined;
}

/** What the targets that have a price can cost at most. */
export const pricedUsd = ({ targets }: Estimate): Exact => sum(targets.map(({ usd }) => usd ?? ZERO));
