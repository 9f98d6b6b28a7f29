import { z } from "zod";
import { Day } from "../../domain/date.ts";
import type { ImportedRow, SkippedRow, Upstream } from "../../domain/price/imported.ts";
import type { Period } from "../../domain/price/period.ts";
import { Target } from "../../domain/target.ts";
import { nameDatedRows } from "./dated-names.ts";
import { idsNamed } from "./genai-match.ts";
import { GenaiRates, genaiPeriod } from "./genai-rates.ts";
import { given } from "./given.ts";
import { VENDORS } from "./vendors.ts";
import { wrongIn } from "./wrong-in.ts";

const Provider = z.object({ id: z.string(), models: z.array(z.unknown()) });
const File = z.union([
  z.array(z.unknown()),
  z.object({ providers: z.array(z.unknown()) }).transform((file) => file.providers),
]);
const Named = z.object({ id: z.string().min(1), match: z.unknown().optional() });

const Constraint = z.union([z.object({ start_date: Day }), z.object({ start_time: z.string() })]);
const Model = z.object({
  context_window: given(z.int().positive()),
  deprecated: given(z.boolean()),
  prices: z.union([z.array(z.object({ constraint: given(Constraint), prices: GenaiRates })), GenaiRates]),
});

/** True for the data.json of genai-prices: a list of providers, each with a list of models. */
export const isGenaiPrices = (value: unknown): boolean => {
  const file = File.safeParse(value);
  return file.success && file.data.some((provider) => Provider.safeParse(provider).success);
};

/**
 * Reads the vendors' own prices from genai-prices. `known` are targets to look for among the other ids that a row names
 * in full, and under a dated name too.
 */
export function readGenaiPrices(value: unknown, known: readonly string[]): Upstream {
  const rows: ImportedRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const entry of File.parse(value)) {
    const provider = Provider.safeParse(entry);
    if (!provider.success) {
      skipped.push({ name: "a provider", why: wrongIn(provider.error) });
      continue;
    }
    const { id: vendor, models } = provider.data;
    const own = new Set(models.flatMap((model) => Named.safeParse(model).data?.id ?? []));
    for (const model of models) {
      const named = Named.safeParse(model);
      if (!named.success) {
        skipped.push({ name: `a model of ${vendor}`, why: wrongIn(named.error) });
        continue;
      }
      const { id, match } = named.data;
      const name = `${vendor}/${id}`;
      if (!VENDORS.includes(vendor)) {
        skipped.push({ name, why: "sold by another provider" });
        continue;
      }
      const others = idsNamed(match).filter((other) => !own.has(other) && known.includes(`${vendor}/${other}`));
      for (const target of [id, ...others].map((one) => `${vendor}/${one}`)) {
        const read = readRow(name, target, model);
        if ("why" in read) skipped.push(read);
        else rows.push(read);
      }
    }
  }
  return { rows: nameDatedRows(rows, known), skipped };
}

function readRow(name: string, target: string, row: unknown): ImportedRow | SkippedRow {
  if (!Target.safeParse(target).success) return { name, why: "not a name of a target" };
  const parsed = Model.safeParse(row);
  if (!parsed.success) return { name, why: wrongIn(parsed.error), target };
  const { prices, context_window: context, deprecated } = parsed.data;
  const periods: Period[] = [];
  for (const { constraint, prices: rates } of Array.isArray(prices) ? prices : [{ prices, constraint: undefined }]) {
    if (constraint !== undefined && "start_time" in constraint)
      return { name, why: "priced by the hour of the day", target };
    const period = genaiPeriod(rates, constraint?.start_date);
    if (period === undefined) return { name, why: "without a price of input and output", target };
    periods.push(period);
  }
  const [first, ...later] = periods.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  if (first === undefined) return { name, why: "without any price", target };
  return {
    target,
    name,
    periods: [first, ...later],
    ...(context !== undefined && { context_tokens: context }),
    lifecycle: deprecated === true ? { deprecated } : {},
  };
}
