import type { Check } from "../../domain/claim.ts";
import { checkCacheExample } from "./cache-example.ts";
import { checkBreakEven, checkPowerCost } from "./own-card.ts";
import { checkBatchDiscount, checkCacheRate, checkContext, checkPlace, checkPrice } from "./prices.ts";
import { checkRetryCost, checkRetryGap } from "./retries.ts";
import { checkBatchCost, checkMixCost, checkMixSaving, checkScenarioCost, checkVolume } from "./scenarios.ts";
import type { Checked, World } from "./world.ts";

/** What is computed for a claim of money; undefined for a claim of another kind. */
export function checkCost(check: Check, world: World): Checked | undefined {
  switch (check.kind) {
    case "price":
      return checkPrice(check, world);
    case "context":
      return checkContext(check, world);
    case "price_place":
      return checkPlace(check, world);
    case "cache_rate":
      return checkCacheRate(check, world);
    case "batch_discount":
      return checkBatchDiscount(check, world);
    case "volume":
      return checkVolume(check, world);
    case "scenario_cost":
      return checkScenarioCost(check, world);
    case "mix_cost":
      return checkMixCost(check, world);
    case "mix_saving":
      return checkMixSaving(check, world);
    case "batch_cost":
      return checkBatchCost(check, world);
    case "cache_example":
      return checkCacheExample(check, world);
    case "break_even":
      return checkBreakEven(check, world);
    case "power_cost":
      return checkPowerCost(check);
    case "retry_cost":
      return checkRetryCost(check, world);
    case "retry_gap":
      return checkRetryGap(check);
    default:
      return undefined;
  }
}
