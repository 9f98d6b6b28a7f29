import { z } from "zod";
import { Day } from "../../domain/date.ts";
import type { ImportedRow, SkippedRow, Upstream } from "../../domain/price/imported.ts";
import type { Period } from "../../domain/price/period.ts";
import { Target } from "../../domain/target.ts";
import { nameDatedRows } from "./dated-names.ts";
import { decimalText } from "./decimal-text.ts";
import { given } from "./given.ts";
import { VENDORS } from "./vendors.ts";
import { wrongIn } from "./wrong-in.ts";

/** US dollars per million tokens. */
const Rate = given(z.number().nonnegative());
const Rates = z.object({ input: Rate, output: Rate, cache_read: Rate, cache_write: Rate });
const Tier = Rates.extend({ tier: z.object({ type: z.string().optional(), size: z.int().positive() }) });
const Model = z.object({
  cost: given(Rates.extend({ context_over_200k: given(Rates), tiers: given(z.array(Tier)) })),
  limit: given(z.object({ context: given(z.int().nonnegative()), output: given(z.int().nonnegative()) })),
  modalities: given(z.object({ input: given(z.array(z.string())) })),
  structured_output: given(z.boolean()),
  reasoning: given(z.boolean()),
  release_date: given(z.string()),
  status: given(z.string()),
});
type Model = z.infer<typeof Model>;

const Provider = z.object({ models: z.record(z.string(), z.unknown()) });
const File = z.record(z.string(), z.unknown());

/** True for the api.json of models.dev: an object of providers, each with an object of models. */
export const isModelsDev = (value: unknown): boolean => {
  const file = File.safeParse(value);
  return file.success && Object.values(file.data).some((provider) => Provider.safeParse(provider).success);
};

/** Reads the vendors' own prices from models.dev; `known` are targets to look for under a dated name too. */
export function readModelsDev(value: unknown, known: readonly string[]): Upstream {
  const rows: ImportedRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const [vendor, entry] of Object.entries(File.parse(value))) {
    const provider = Provider.safeParse(entry);
    if (!provider.success) {
      skipped.push({ name: vendor, why: wrongIn(provider.error) });
      continue;
    }
    for (const [id, model] of Object.entries(provider.data.models)) {
      const name = `${vendor}/${id}`;
      const read = VENDORS.includes(vendor) ? readRow(name, model) : { name, why: "sold by another provider" };
      if ("why" in read) skipped.push(read);
      else rows.push(read);
    }
  }
  return { rows: nameDatedRows(rows, known), skipped };
}

function readRow(name: string, row: unknown): ImportedRow | SkippedRow {
  if (!Target.safeParse(name).success) return { name, why: "not a name of a target" };
  const parsed = Model.safeParse(row);
  if (!parsed.success) return { name, why: wrongIn(parsed.error), target: name };
  const { cost, limit, modalities, structured_output: structured, reasoning, release_date, status } = parsed.data;
  const period = periodOf(name, cost);
  if (period === undefined) return { name, why: "without a price of input and output", target: name };
  const released = Day.safeParse(release_date);
  return {
    target: name,
    name,
    periods: [period],
    ...(limit?.context !== undefined && limit.context > 0 && { context_tokens: limit.context }),
    ...(limit?.output !== undefined && limit.output > 0 && { max_output_tokens: limit.output }),
    ...(modalities?.input !== undefined && { vision: modalities.input.includes("image") }),
    ...(structured !== undefined && { structured_output: structured }),
    ...(reasoning !== undefined && { reasoning }),
    lifecycle: {
      ...(status === "deprecated" && { deprecated: true as const }),
      ...(released.success && { released: released.data }),
    },
  };
}

function periodOf(name: string, cost: Model["cost"]): Period | undefined {
  if (cost === undefined) return undefined;
  const base = ratesOf(cost);
  const { input, output } = base;
  if (input === undefined || output === undefined) return undefined;
  // `tiers` came later and gives the limit; the field named 200k holds OpenAI's rates above 272,000 tokens.
  const legacy = { ...cost.context_over_200k, tier: { size: name.startsWith("openai/") ? 272_000 : 200_000 } };
  const long = cost.tiers ?? (cost.context_over_200k === undefined ? [] : [legacy]);
  const tiers = long
    .map(({ tier, ...rates }) => ({ over_tokens: tier.size, input, output, ...ratesOf(rates) }))
    .sort((a, b) => a.over_tokens - b.over_tokens);
  return { ...base, input, output, ...(tiers.length > 0 && { tiers }) };
}

/** Rates as decimal text; those that are not given are left out. */
function ratesOf(rates: Partial<z.infer<typeof Rates>>): Partial<Omit<Period, "from" | "to" | "tiers">> {
  const { input, output, cache_read: read, cache_write: write } = rates;
  return {
    ...(input !== undefined && { input: decimalText(input) }),
    ...(output !== undefined && { output: decimalText(output) }),
    ...(read !== undefined && { cache_read: decimalText(read) }),
    ...(write !== undefined && { cache_write: decimalText(write) }),
  };
}
