import { z } from "zod";
import type { Day } from "../../domain/date.ts";
import type { Period } from "../../domain/price/period.ts";
import { decimalText } from "./decimal-text.ts";
import { given } from "./given.ts";

/** US dollars per million tokens: one rate, or a base and what holds for prompts longer than `start` tokens. */
const Amount = z.number().nonnegative();
const Rate = z.union([
  Amount,
  z.object({ base: Amount, tiers: z.array(z.object({ start: z.int().positive(), price: Amount })) }),
]);
type Rate = z.infer<typeof Rate>;

/** Rates of genai-prices; those of sound, images and searches are none of ours. */
export const GenaiRates = z.object({
  input_mtok: given(Rate),
  output_mtok: given(Rate),
  cache_read_mtok: given(Rate),
  cache_write_mtok: given(Rate),
  cache_write_1h_mtok: given(Rate),
});
type GenaiRates = z.infer<typeof GenaiRates>;

/** The rates as a period that begins on `from`. Undefined when the price of input or output is not given. */
export function genaiPeriod(rates: GenaiRates, from: Day | undefined): Period | undefined {
  const at = (prompt: number): Omit<Period, "from" | "to" | "tiers"> | undefined => {
    const { input_mtok: input, output_mtok: output } = rates;
    if (input === undefined || output === undefined) return undefined;
    const { cache_read_mtok: read, cache_write_mtok: write, cache_write_1h_mtok: hour } = rates;
    return {
      input: rateAt(input, prompt),
      output: rateAt(output, prompt),
      ...(read !== undefined && { cache_read: rateAt(read, prompt) }),
      ...(write !== undefined && { cache_write: rateAt(write, prompt) }),
      ...(hour !== undefined && { cache_write_1h: rateAt(hour, prompt) }),
    };
  };
  const base = at(0);
  if (base === undefined) return undefined;
  const starts = Object.values(rates).flatMap((rate) =>
    typeof rate === "object" ? rate.tiers.map(({ start }) => start) : [],
  );
  const tiers = [...new Set(starts)]
    .sort((a, b) => a - b)
    .map((start) => ({ over_tokens: start, ...base, ...at(start + 1) }));
  return { ...(from !== undefined && { from }), ...base, ...(tiers.length > 0 && { tiers }) };
}

/** The rate of a prompt of so many tokens: of the highest tier below it, or the base. */
function rateAt(rate: Rate, prompt: number): string {
  if (typeof rate === "number") return decimalText(rate);
  const tiers = rate.tiers.filter(({ start }) => prompt > start).sort((a, b) => a.start - b.start);
  return decimalText(tiers.at(-1)?.price ?? rate.base);
}
