import { checkCost } from "../../cost/checks/index.ts";
import type { Today } from "../../cost/checks/world.ts";
import type { Claim } from "../../domain/claim.ts";
import type { Measurement } from "../../domain/measurement.ts";
import { judge, type Measured, type Verdict } from "../../measure/verdict.ts";
import type { Unmeasured } from "../../report/article-claims/facts.ts";
import { type Filed, filed } from "./filed.ts";
import type { ClaimFigures } from "./measure.ts";
import { measureText } from "./measure-text.ts";
import { checkRetryRate } from "./retries.ts";
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
  /** Rows of another report that a claim of a target's answers was measured in; or why there are none. */
  readonly rows: readonly Measurement[];
  readonly unmeasured: Unmeasured | undefined;
  readonly verdict: Verdict;
};

export function checkClaim(claim: Claim, figures: ClaimFigures): CheckedClaim {
  const cost = checkCost(claim.check, figures.world);
  const tokenizers = claim.tokenizers.length === 0 ? [undefined] : claim.tokenizers;
  const { times, firstTries, world } = figures;
  const answered = checkTime(claim.check, times, world) ?? checkRetryRate(claim.check, firstTries, world);
  const measured =
    answered?.measured ?? cost?.measured ?? tokenizers.flatMap((each) => measureText(claim.check, each, figures) ?? []);
  return {
    claim,
    filed: filed(claim.check),
    ofCost: cost !== undefined,
    measured,
    corrected: cost?.corrected,
    today: cost?.today,
    rows: answered?.rows ?? [],
    unmeasured: answered?.unmeasured,
    verdict: judge(claim.claimed, claim.about, measured, cost?.corrected),
  };
}
