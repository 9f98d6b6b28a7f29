import type { Failure } from "../domain/failure.ts";
import type { Random } from "../measure/random.ts";

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;
/** A vendor that asks for more is out of quota for today, and is not waited for. */
export const LONGEST_HINT_MS = 600_000;

/** True where the vendor asks for a longer wait than anybody waits. */
export const isTooLong = (failure: Pick<Failure, "retryAfterMs"> | undefined): boolean =>
  (failure?.retryAfterMs ?? 0) > LONGEST_HINT_MS;

export type Backoff = { readonly ms: number; readonly why: "hint" | "back-off" };

/**
 * How long to wait before the next attempt, in whole ms: as long as the vendor asks, and up to a tenth longer, so that not
 * all come back at once; else full jitter (Brooker 2015), evenly between 0 and a bound that doubles with every attempt
 * from 1 s up to 30 s. Undefined where the vendor asks for more than ten minutes.
 * @param attempt the one that failed, from 1
 */
export function backoff(
  { retryAfterMs }: Pick<Failure, "retryAfterMs">,
  attempt: number,
  random: Random,
): Backoff | undefined {
  if (retryAfterMs !== undefined) {
    if (isTooLong({ retryAfterMs })) return undefined;
    return { ms: Math.ceil(retryAfterMs * (1 + 0.1 * random())), why: "hint" };
  }
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return { ms: Math.ceil(bound * random()), why: "back-off" };
}
