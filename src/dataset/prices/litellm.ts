import { z } from "zod";
import { Day } from "../../domain/date.ts";
import type { ImportedRow, SkippedRow, Upstream } from "../../domain/price/imported.ts";
import { Target } from "../../domain/target.ts";
import { nameDatedRows } from "./dated-names.ts";
import { given } from "./given.ts";
import { Costs, isCost, periodOf, servicesOf } from "./litellm-costs.ts";
import { wrongIn } from "./wrong-in.ts";

/** Vendors by LiteLLM's name. Its other providers resell, at prices of their own. */
const VENDORS: Readonly<Record<string, string>> = { openai: "openai", anthropic: "anthropic", gemini: "google" };
const MODES = ["chat", "responses"];

const Kind = z.object({ litellm_provider: z.string(), mode: z.string().optional() });
const Limit = given(z.int().positive());
const Facts = z.object({
  max_input_tokens: Limit,
  max_output_tokens: Limit,
  supports_vision: given(z.boolean()),
  supports_response_schema: given(z.boolean()),
  supports_reasoning: given(z.boolean()),
  deprecation_date: given(Day),
});

const File = z.record(z.string(), z.unknown());

/** True for LiteLLM's model_prices_and_context_window.json: an object whose values name a `litellm_provider`. */
export const isLitellm = (value: unknown): boolean => {
  const file = File.safeParse(value);
  return file.success && Object.values(file.data).some((row) => Kind.safeParse(row).success);
};

/** Reads LiteLLM's prices of the vendors' own chat models; `known` are targets to look for under a dated name too. */
export function readLitellm(value: unknown, known: readonly string[]): Upstream {
  const rows = new Map<string, ImportedRow>();
  const skipped: SkippedRow[] = [];
  for (const [name, row] of Object.entries(File.parse(value))) {
    if (name === "sample_spec") continue;
    const read = readRow(name, row);
    if ("why" in read) skipped.push(read);
    else if (rows.has(read.target)) skipped.push({ name, why: "the target has another row before it" });
    else rows.set(read.target, read);
  }
  return { rows: nameDatedRows([...rows.values()], known), skipped };
}

function readRow(name: string, row: unknown): ImportedRow | SkippedRow {
  const kind = Kind.safeParse(row);
  if (!kind.success) return { name, why: wrongIn(kind.error) };
  const { litellm_provider: provider, mode } = kind.data;
  const vendor = VENDORS[provider];
  if (vendor === undefined) return { name, why: "sold by another provider" };
  const target = `${vendor}/${name.replace(`${provider}/`, "")}`;
  const skip = (why: string): SkippedRow => ({ name, why, target });
  if (mode === undefined || !MODES.includes(mode)) return skip(`not chat but ${mode ?? "without a mode"}`);
  if (!Target.safeParse(target).success) return skip("not a name of a target");
  const facts = Facts.safeParse(row);
  if (!facts.success) return skip(wrongIn(facts.error));
  const costs = Costs.safeParse(Object.fromEntries(Object.entries(row as object).filter(([key]) => isCost(key))));
  if (!costs.success) return skip(wrongIn(costs.error));
  const period = periodOf(costs.data);
  if (period === undefined) return skip("without a price per token of input and output");
  const service = servicesOf(costs.data, period);
  const { max_input_tokens: context, max_output_tokens: output, deprecation_date: ends } = facts.data;
  const { supports_vision: vision, supports_response_schema: structured, supports_reasoning: reasoning } = facts.data;
  return {
    target,
    name,
    periods: [period],
    ...(service && { service }),
    ...(context !== undefined && { context_tokens: context }),
    ...(output !== undefined && { max_output_tokens: output }),
    ...(vision !== undefined && { vision }),
    ...(structured !== undefined && { structured_output: structured }),
    ...(reasoning !== undefined && { reasoning }),
    lifecycle: ends === undefined ? {} : { ends },
  };
}
