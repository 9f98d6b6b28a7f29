import { checkCost } from "../../cost/checks/index.ts";
import type { Today } from "../../cost/checks/world.ts";
import type { Claim } from "../../domain/claim.ts";
import { judge, type Measured, type Verdict } from "../../measure/verdict.ts";
import { type Filed, filed } from "./filed.ts";
import type { ClaimFigures } from "./measure.ts";
import { measureText } from "./measure-text.ts";

/** A claim with what was measured or computed for it, and the verdict that follows. */
export type CheckedClaim = {
  readonly claim: Claim;
  readonly filed: Filed;
  /** True for a claim of money: its figures follow from prices, not from counts. */
  readonly ofCost: boolean;
  readonly measured: readonly Measured[];
  readonly corrected: number | undefined;
  readonly today: Today | undefined;
  readonly verdict: Verdict;
};

export function checkClaim(claim: Claim, figures: ClaimFigures): CheckedClaim {
  const cost = checkCost(claim.check, figures.world);
  const tokenizers = claim.tokenizers.length === 0 ? [undefined] : claim.tokenizers;
  const measured = cost?.measured ?? tokenizers.flatMap((each) => measureText(claim.check, each, figures) ?? []);
  return {
    claim,
    filed: filed(claim.check),
    ofCost: cost !== undefined,
    measured,
    corrected: cost?.corrected,
    today: cost?.today,
    verdict: judge(claim.claimed, claim.about, measured, cost?.corrected),
  };
}
