import { z } from "zod";
import type { ImportedRow } from "../../domain/price/imported.ts";
import type { Period } from "../../domain/price/period.ts";
import { factorOf, perMillion } from "./decimal-text.ts";
import { given } from "./given.ts";

/** LiteLLM's costs of one model in US dollars per token, by its own names. */
export const Costs = z.record(z.string(), given(z.number().nonnegative()));
type Costs = z.infer<typeof Costs>;

const INPUT = "input_cost_per_token";
const OUTPUT = "output_cost_per_token";
const READ = "cache_read_input_token_cost";
const WRITE = "cache_creation_input_token_cost";
const WRITE_1H = `${WRITE}_above_1hr`;

/** True for a cost per text token; costs of images, sound, searches and characters are none of ours. */
export const isCost = (key: string): boolean =>
  [INPUT, OUTPUT, READ, WRITE].some((name) => key === name || key.startsWith(`${name}_`));

/** The standard rates with their tiers. Undefined when the price of input or output is not given. */
export function periodOf(costs: Costs): Period | undefined {
  const base = ratesOf(costs, "");
  const { input, output } = base;
  if (input === undefined || output === undefined) return undefined;
  const limits = Object.keys(costs).flatMap((key) => /_above_(\d+)k_tokens$/.exec(key)?.[1] ?? []);
  const tiers = [...new Set(limits.map(Number))]
    .sort((a, b) => a - b)
    .map((thousands) => ({
      over_tokens: thousands * 1000,
      input,
      output,
      ...ratesOf(costs, `_above_${thousands}k_tokens`),
    }));
  return { ...base, input, output, ...(tiers.length > 0 && { tiers }) };
}

/** Rates under names that end in `suffix`; a rate that is not given is left out. */
function ratesOf(costs: Costs, suffix: string): Partial<Omit<Period, "from" | "to" | "tiers">> {
  const rates: Partial<Record<"input" | "output" | "cache_read" | "cache_write" | "cache_write_1h", string>> = {};
  const take = (rate: keyof typeof rates, name: string): void => {
    const cost = costs[`${name}${suffix}`];
    if (cost !== undefined) rates[rate] = perMillion(cost);
  };
  take("input", INPUT);
  take("output", OUTPUT);
  take("cache_read", READ);
  take("cache_write", WRITE);
  take("cache_write_1h", WRITE_1H);
  return rates;
}

const SUFFIXES = { batch: "_batches", flex: "_flex", priority: "_priority" } as const;

/** What each service multiplies the rates by, where that is one exact factor; undefined when none is given. */
export function servicesOf(costs: Costs, standard: Period): ImportedRow["service"] {
  const services = Object.entries(SUFFIXES).flatMap(([service, suffix]) => {
    const factor = factorOf(standard, ratesOf(costs, suffix));
    return factor === undefined ? [] : [[service, factor] as const];
  });
  return services.length === 0 ? undefined : Object.fromEntries(services);
}
