import { bill } from "../../cost/bill.ts";
import type { Day } from "../../domain/date.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Trial } from "../../domain/trial.ts";
import { usage } from "../../domain/usage.ts";
import { utf8Bytes } from "../../measure/text.ts";
import { textsOf } from "../../plan/repeated.ts";

/** Tokens that a vendor may add around a message, far above what any is known to add. */
const WRAPPER = 100;
/** The same for a schema or a tool, of which the most that is known is 804 tokens (Claude Opus 4.7). */
const FORM = 2000;

/**
 * The most that trials can cost, in US dollars: no tokenizer makes more tokens than bytes, no answer is longer than its
 * limit, thinking included, and nothing is read from a cache.
 * A question without a limit has no such bound, and costs infinitely much.
 * @throws UserError of kind "price" where the book has no rate that is needed
 */
export function worstCase(trials: readonly Trial[], model: PricedModel, day: Day): number {
  return trials.reduce((sum, trial) => {
    const [input, output] = [mostInput(trial), mostOutput(trial)];
    const fresh = bill(usage({ fresh_input: input, visible_output: output }), model, { day });
    // Some vendors write to their cache unasked, at a premium.
    const written = bill(usage({ cache_write: input, visible_output: output }), model, { day });
    return sum + Math.max(fresh.usd.toNumber(), written.usd.toNumber());
  }, 0);
}

/** The most tokens that a trial can use, in and out. */
export const mostTokens = (trial: Trial): number => mostInput(trial) + mostOutput(trial);

function mostInput(trial: Trial): number {
  const texts = textsOf(trial).reduce((bytes, text) => bytes + utf8Bytes(text) + WRAPPER, 0);
  const { shape } = trial.question;
  return texts + (shape?.mode === "schema" || shape?.mode === "tool" ? FORM : 0);
}

const mostOutput = ({ question: { maxOutputTokens } }: Trial): number => maxOutputTokens ?? Number.POSITIVE_INFINITY;
