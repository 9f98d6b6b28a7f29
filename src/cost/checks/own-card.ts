import type { Check } from "../../domain/claim.ts";
import type { Measured } from "../../measure/verdict.ts";
import { scenarioUsd } from "./scenarios.ts";
import { type Checked, type World } from "./world.ts";

type Of<Kind extends Check["kind"]> = Extract<Check, { kind: Kind }>;

/** Hours of a month of thirty days. */
const HOURS = 720;

/**
 * Months until a card is paid for: price ÷ (API calls saved − power), lowest and highest over the ranges of both.
 * Infinite where the calls saved do not even pay the power. Host, people and lost quality are not counted.
 */
export function checkBreakEven({ gpu_usd, power_usd, cases }: Of<"break_even">, world: World): Checked {
  const months = (price: number, saved: number, power: number): number =>
    saved > power ? price / (saved - power) : Number.POSITIVE_INFINITY;
  const measured = cases.map(({ scenario, target, share }): Measured => {
    const whole = scenarioUsd(world.scenarioOf(scenario), target, "total", world).printed;
    const saved = whole.times(share).toNumber();
    const low = months(gpu_usd.low, saved, power_usd.low);
    const high = months(gpu_usd.high, saved, power_usd.high);
    return { of: `${scenario} ${share * 100}% ${target.split("/")[1] ?? target}`, value: (low + high) / 2, low, high };
  });
  return { measured, corrected: undefined, today: undefined };
}

/** Watts × hours × tariff, lowest and highest. */
export function checkPowerCost({ watts, usd_per_kwh }: Of<"power_cost">): Checked {
  const of = (end: "low" | "high"): number => (watts[end] / 1000) * HOURS * usd_per_kwh[end];
  const [low, high] = [of("low"), of("high")];
  return { measured: [{ of: undefined, value: (low + high) / 2, low, high }], corrected: undefined, today: undefined };
}
