import { checkCost } from "../../cost/checks/index.ts";
import type { Today } from "../../cost/checks/world.ts";
import type { Claim } from "../../domain/claim.ts";
import type { Measurement } from "../../domain/measurement.ts";
import { judge, type Measured, type Verdict } from "../../measure/verdict.ts";
import type { Unmeasured } from "../../report/article-claims/facts.ts";
import { type Filed, filed } from "./filed.ts";
import type { ClaimFigures } from "./measure.ts";
import { measureText } from "./measure-text.ts";
import { checkTime } from "./times.ts";

/** A claim with what was measured or computed for it, and the verdict that follows. */
export type CheckedClaim = {
  readonly claim: Claim;
  readonly filed: Filed;
  /** True for a claim of money: its figures follow from prices, not from counts. */
  readonly ofCost: boolean;
  readonly measured: readonly Measured[];
  readonly corrected: number | undefined;
  readonly today: Today | undefined;
  /** Rows of the latency report that a claim of times was measured in; or why there are none. */
  readonly times: readonly Measurement[];
  readonly unmeasured: Unmeasured | undefined;
  readonly verdict: Verdict;
};

export function checkClaim(claim: Claim, figures: ClaimFigures): CheckedClaim {
  const cost = checkCost(claim.check, figures.world);
  const tokenizers = claim.tokenizers.length === 0 ? [undefined] : claim.tokenizers;
  const timed = checkTime(claim.check, figures.times, figures.world);
  const measured =
    timed?.measured ?? cost?.measured ?? tokenizers.flatMap((each) => measureText(claim.check, each, figures) ?? []);
  return {
    claim,
    filed: filed(claim.check),
    ofCost: cost !== undefined,
    measured,
    corrected: cost?.corrected,
    today: cost?.today,
    times: timed?.rows ?? [],
    unmeasured: timed?.unmeasured,
    verdict: judge(claim.claimed, claim.about, measured, cost?.corrected),
  };
}
