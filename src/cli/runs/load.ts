import { UserError } from "../../domain/error.ts";
import type { BudgetLimits } from "../../run/budget.ts";
import { type Deadlines, USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { Load } from "../../run/trials-input.ts";
import type { LoadFlags } from "../load-flags.ts";
import type { Mode } from "../trials/modes.ts";

/** Requests under way at a time where nobody says otherwise: no vendor minds so few. */
const CONCURRENCY = 4;
/** The same in an open loop, where the schedule says when a request begins: only a bound for the machine. */
const OPEN_CONCURRENCY = 256;
const MAX_ATTEMPTS = 3;
const MAX_ERROR_RATE = 0.9;

/** How a run asks, by its flags. */
export type Manner = {
  readonly load: Load;
  /** Most attempts of a trial. */
  readonly attempts: number;
  readonly maxErrorRate: number;
  readonly deadlines: Deadlines;
  readonly limits: BudgetLimits;
  readonly maxDurationMs: number | undefined;
};

/** @throws UserError where flags do not go together */
export function mannerOf(flags: LoadFlags & { readonly repeat?: number }, mode: Mode): Manner {
  const { rate, arrival, concurrency, budgetUsd, budgetTokens } = flags;
  if (flags.trials !== undefined && flags.repeat !== undefined) {
    throw new UserError("usage", "--trials and --repeat both say how often to ask.", { fix: "Give one of them." });
  }
  if (arrival !== undefined && rate === undefined) {
    throw new UserError("usage", "--arrival says how the requests of an open loop arrive, and there is no --rate.", {
      fix: "Add --rate, as in --rate 2.",
    });
  }
  return {
    load: {
      concurrency: concurrency ?? (rate === undefined ? CONCURRENCY : OPEN_CONCURRENCY),
      ...(rate === undefined ? {} : { rate: { perSecond: rate, kind: arrival ?? "poisson" } }),
    },
    // A recording has as many as there were.
    attempts: flags.maxAttempts ?? (mode === "replay" ? Number.MAX_SAFE_INTEGER : MAX_ATTEMPTS),
    maxErrorRate: flags.maxErrorRate ?? MAX_ERROR_RATE,
    deadlines: flags.timeout === undefined ? USUAL_DEADLINES : within(flags.timeout * 1000),
    limits: { usd: budgetUsd, tokens: budgetTokens },
    maxDurationMs: flags.maxDuration,
  };
}

/** No stage may take longer than the whole. */
const within = (total: number): Deadlines => ({
  headers: Math.min(total, USUAL_DEADLINES.headers),
  firstToken: Math.min(total, USUAL_DEADLINES.firstToken),
  idle: Math.min(total, USUAL_DEADLINES.idle),
  total,
});
