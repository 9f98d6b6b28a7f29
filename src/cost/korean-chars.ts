import type { KrwPerUsd, TokensPerChar, UsdPerMillionTokens, UsdPerThousandChars } from "../domain/units.ts";

/** A value known to lie in [low, high]; a known value has low = high. */
export type Span<Value extends number> = { readonly low: Value; readonly high: Value };

/** Dollars for 1,000 Korean characters: tokens per character × 1,000 × price per million tokens ÷ 1,000,000. */
export function usdPerThousandChars(tokens: TokensPerChar, price: UsdPerMillionTokens): UsdPerThousandChars {
  return ((tokens * 1000 * price) / 1e6) as UsdPerThousandChars;
}

/** Won for the same characters, over the range of the rate. */
export const inWon = (usd: Span<UsdPerThousandChars>, rate: Span<KrwPerUsd>): Span<number> => ({
  low: usd.low * rate.low,
  high: usd.high * rate.high,
});
