import type { Check } from "../../domain/claim.ts";
import type { Day } from "../../domain/date.ts";
import { heirOf } from "../../domain/price/heir.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { type PartTokens, type Scenario, trafficOf } from "../../domain/scenario.ts";
import { usage } from "../../domain/usage.ts";
import { billAt } from "../bill.ts";
import { type Exact, exact, sum } from "../money.ts";
import { ratesOn } from "../rates-on.ts";
import { printedVolume, sentVolume } from "../scenario/calls.ts";
import { type Checked, modelIn, one, type Today, type World } from "./world.ts";

type Of<Kind extends Check["kind"]> = Extract<Check, { kind: Kind }>;
type Volume = { readonly input: number; readonly output: number };
type Side = "input" | "output" | "total";

/** The tokens that a text prints for a scenario: of each part, as it counts a month, and as they are sent. */
export function printedTokens(scenario: Scenario): { parts: PartTokens; counted: Volume; sent: Volume } {
  if (scenario.printed === undefined) throw new Error(`the scenario ${scenario.name} prints no tokens`);
  const parts = scenario.printed.tokens;
  const traffic = trafficOf(scenario);
  return { parts, counted: printedVolume(parts, traffic), sent: sentVolume(parts, traffic) };
}

/** A month of tokens at the rates of one request; the article's requests are far below every long-prompt tier. */
export function monthUsd(volume: Volume, side: Side, model: PricedModel, day: Day, prompt: number): Exact {
  const used = usage({
    fresh_input: side === "output" ? 0 : volume.input,
    visible_output: side === "input" ? 0 : volume.output,
  });
  return billAt(used, model, ratesOn(model, prompt, { day })).usd;
}

export function checkVolume({ scenario, side }: Of<"volume">, { scenarioOf }: World): Checked {
  const { counted, sent } = printedTokens(scenarioOf(scenario));
  const corrected = sent[side] === counted[side] ? undefined : sent[side] / 1e6;
  return { measured: one(counted[side] / 1e6), corrected, today: undefined };
}

/** Dollars of a scenario by the text's rule and prices; by the rule as it is billed; and today by the text's rule. */
export function scenarioUsd(
  scenario: Scenario,
  target: string,
  side: Side,
  { printed, then, record, today }: World,
): { printed: Exact; corrected: Exact; today: Exact | undefined; heir: PricedModel | undefined } {
  const { parts, counted, sent } = printedTokens(scenario);
  const heir = heirOf(record, target, today);
  return {
    printed: monthUsd(counted, side, modelIn(printed, target), then, parts.user),
    corrected: monthUsd(sent, side, modelIn(record, target), then, parts.user),
    today: heir && monthUsd(counted, side, heir, today, parts.user),
    heir,
  };
}

export function checkScenarioCost({ scenario, target, part, share, per }: Of<"scenario_cost">, world: World): Checked {
  const usd = scenarioUsd(world.scenarioOf(scenario), target, part, world);
  const scaled = (amount: Exact | undefined): number | undefined => amount?.times(share).dividedBy(per).toNumber();
  return {
    measured: one(scaled(usd.printed)),
    corrected: usd.corrected.eq(usd.printed) ? undefined : scaled(usd.corrected),
    today: { value: scaled(usd.today), targets: usd.heir === undefined ? [] : [usd.heir.target] },
  };
}

type MixParts = Of<"mix_cost">["mix"];

function mixUsd(
  scenario: string,
  mix: MixParts,
  world: World,
): { printed: Exact; corrected: Exact; today: Today; now: Exact | undefined } {
  const parts = mix.map(({ target, share }) => ({
    share,
    ...scenarioUsd(world.scenarioOf(scenario), target, "total", world),
  }));
  const total = (of: (part: (typeof parts)[number]) => Exact | undefined): Exact | undefined => {
    const amounts = parts.map((part) => of(part)?.times(part.share));
    return amounts.every((amount) => amount !== undefined) ? sum(amounts) : undefined;
  };
  const now = total(({ today }) => today);
  return {
    printed: total(({ printed }) => printed) ?? exact(0),
    corrected: total(({ corrected }) => corrected) ?? exact(0),
    today: { value: now?.toNumber(), targets: [...new Set(parts.flatMap(({ heir }) => heir?.target ?? []))] },
    now,
  };
}

export function checkMixCost({ scenario, mix }: Of<"mix_cost">, world: World): Checked {
  const { printed, corrected, today } = mixUsd(scenario, mix, world);
  return {
    measured: one(printed.toNumber()),
    corrected: corrected.eq(printed) ? undefined : corrected.toNumber(),
    today,
  };
}

/** (1 − cost of the mix ÷ cost of the baseline alone) × 100. */
export function checkMixSaving({ scenario, mix, baseline }: Of<"mix_saving">, world: World): Checked {
  const mixed = mixUsd(scenario, mix, world);
  const alone = scenarioUsd(world.scenarioOf(scenario), baseline, "total", world);
  const saving = (part: Exact | undefined, whole: Exact | undefined): number | undefined =>
    part === undefined || whole === undefined ? undefined : exact(1).minus(part.dividedBy(whole)).times(100).toNumber();
  const printed = saving(mixed.printed, alone.printed);
  const corrected = saving(mixed.corrected, alone.corrected);
  return {
    measured: one(printed),
    corrected: corrected === printed ? undefined : corrected,
    today: { value: saving(mixed.now, alone.today), targets: mixed.today.targets },
  };
}

export function checkBatchCost({ scenario, target, what }: Of<"batch_cost">, world: World): Checked {
  const { printed, today, heir } = scenarioUsd(world.scenarioOf(scenario), target, "total", world);
  const figure = (whole: Exact | undefined, model: PricedModel | undefined): number | undefined => {
    const factor = model?.service?.batch;
    if (whole === undefined || typeof factor !== "string") return undefined;
    if (what === "percent") return exact(1).minus(factor).times(100).toNumber();
    return whole.times(what === "after" ? factor : exact(1).minus(factor)).toNumber();
  };
  return {
    measured: one(figure(printed, modelIn(world.record, target))),
    corrected: undefined,
    today: { value: figure(today, heir), targets: heir === undefined ? [] : [heir.target] },
  };
}
