import type { World } from "../../cost/checks/world.ts";
import type { Check } from "../../domain/claim.ts";
import { BASE } from "../../domain/condition.ts";
import type { Measurement, Metric } from "../../domain/measurement.ts";
import { type Answered, answeredBy, readAnswered } from "./answered.ts";

/** What a claim of retries is measured as: an answer is asked for again where the first is not valid. */
export const FIRST_TRY = "first_try_valid" satisfies Metric;

const SUITE = "json-validity";

/** Shares of vendors' first answers that are valid, asked for in the prompt alone. None while nobody has measured any. */
export async function readFirstTries(root: string): Promise<Measurement[]> {
  return (await readAnswered(root, SUITE)).filter(
    ({ metric, condition }) => metric === FIRST_TRY && condition === BASE.name,
  );
}

/** Undefined for a claim of another kind. */
export function checkRetryRate(
  check: Check,
  firstTries: readonly Measurement[],
  world: Pick<World, "record" | "then" | "today">,
): Answered | undefined {
  if (check.kind !== "retry_rate") return undefined;
  const { target } = check;
  // The more are valid, the fewer are asked for again: the ends change places.
  return answeredBy(
    firstTries,
    {
      target,
      suite: SUITE,
      scale: ({ value, low, high }) => ({
        value: failed(value),
        low: high === undefined ? undefined : failed(high),
        high: low === undefined ? undefined : failed(low),
      }),
    },
    world,
  );
}

/** Of a share that is valid, the percent that are not. */
const failed = (valid: number): number => (1 - valid) * 100;
