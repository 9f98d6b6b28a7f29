import { join } from "node:path";
import { committedTexts } from "../../dataset/committed-texts.ts";
import type { Day } from "../../domain/date.ts";
import { isActiveOn, type PriceBook, periodOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Trial } from "../../domain/trial.ts";
import { readLive } from "../../tokenize/live-counts.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import { textKey } from "../../tokenize/recorded.ts";
import { worstCase } from "../trials/worst-case.ts";

/** One thing that the reports lack, and what finding it out takes. */
export type Step = {
  readonly what: "count" | "smoke";
  readonly target: string;
  /** Requests. */
  readonly calls: number;
  /** The most that it can cost, in US dollars. */
  readonly usd: number;
};

/** Counts of the tokenizers that are not public and that a reachable vendor answers for: the cheapest model of each. */
export async function countSteps(
  datasets: string,
  book: PriceBook,
  day: Day,
  providers: readonly string[],
): Promise<Step[]> {
  const texts = await committedTexts(datasets);
  const tokenizer = tokenizersIn(book);
  const steps: Step[] = [];
  const seen = new Set<string>();
  for (const { target } of cheapestFirst(book, day, providers)) {
    const entry = tokenizer(target);
    if (entry?.exactness !== "unknown" || seen.has(entry.id)) continue;
    seen.add(entry.id);
    const known = await readLive(join(datasets, "counts"), entry);
    const counts = known?.simulated === true ? {} : (known?.counts ?? {});
    const missing = texts.filter((text) => !(textKey(text) in counts)).length;
    if (missing > 0) steps.push({ what: "count", target: known?.model ?? target, calls: missing + PROBES, usd: 0 });
  }
  return steps;
}

/** Requests that measure what a vendor adds around a message. */
const PROBES = 3;

/** The cheapest light model of each vendor, or of all its models where it has no light one. */
export function usualSmoke(book: PriceBook, day: Day, providers: readonly string[]): string[] {
  return providers.flatMap((provider) => {
    const models = cheapestFirst(book, day, [provider]);
    const chosen = models.find((model) => model.class === "light") ?? models[0];
    return chosen === undefined ? [] : [chosen.target];
  });
}

/** Asking a target the prompts of the suite. */
export function smokeStep(trials: readonly Trial[], model: PricedModel, day: Day): Step {
  return { what: "smoke", target: model.target, calls: trials.length, usd: worstCase(trials, model, day) };
}

/** Steps in the order of their price as long as the budget carries them, and those that it does not. */
export function within(
  budget: number,
  steps: readonly Step[],
): { readonly taken: readonly Step[]; readonly left: readonly Step[]; readonly usd: number } {
  const taken: Step[] = [];
  const left: Step[] = [];
  let usd = 0;
  for (const step of steps.toSorted((a, b) => a.usd - b.usd)) {
    if (usd + step.usd > budget) left.push(step);
    else {
      usd += step.usd;
      taken.push(step);
    }
  }
  return { taken, left, usd };
}

function cheapestFirst(book: PriceBook, day: Day, providers: readonly string[]): PricedModel[] {
  const priceOf = (model: PricedModel): number => {
    const period = periodOn(model, day);
    return period === undefined ? Number.POSITIVE_INFINITY : Number(period.input) + Number(period.output);
  };
  return book.models
    .filter((model) => providers.includes(model.target.split("/")[0] ?? "") && isActiveOn(model, day))
    .toSorted((a, b) => priceOf(a) - priceOf(b));
}
