import type { Measurement } from "../../domain/measurement.ts";
import { P_SHOWN, verdictOf } from "../../measure/validity/verdict.ts";
import { fixed, range, signed, significant, UNKNOWN } from "../format.ts";
import type { Difference } from "./lines.ts";
import type { ValidityTerms } from "./wording.ts";

/** A share without its interval: `95.0 %`. */
export const plainShare = (value: number | undefined, words: ValidityTerms): string =>
  value === undefined ? UNKNOWN : words.percent(fixed(value * 100, 1));

/** Dollars to three significant digits: `$0.00123`. */
export const dollars = (value: number | undefined): string =>
  value === undefined ? UNKNOWN : `$${significant(value, 3)}`;

/** `$0.00123 [0.00110–0.00140]`. */
export function dollarsWithInterval(row: Measurement | undefined): string {
  if (row?.value === undefined || row.low === undefined || row.high === undefined) return dollars(row?.value);
  return `${dollars(row.value)} [${range(significant(row.low, 3), significant(row.high, 3))}]`;
}

/** Tokens: a decimal only of few. */
export const tokens = (value: number | undefined): string => fixed(value, value === undefined || value >= 100 ? 0 : 1);

/** `1.12 [1.05–1.20]`, of attempts and ratios. */
export function twoWithInterval(row: Measurement | undefined): string {
  if (row?.value === undefined || row.low === undefined || row.high === undefined) return fixed(row?.value, 2);
  return `${fixed(row.value, 2)} [${range(fixed(row.low, 2), fixed(row.high, 2))}]`;
}

/** A difference of shares in points: `−3.3 [−10.1 to +3.5]`. */
export function points(row: Measurement | undefined, words: ValidityTerms): string {
  if (row?.value === undefined) return UNKNOWN;
  const write = (value: number): string => signed(value * 100, 1);
  const interval =
    row.low === undefined || row.high === undefined ? "" : ` [${words.between(write(row.low), write(row.high))}]`;
  return write(row.value) + interval;
}

/** The same with its verdict, and with the p of McNemar's test where that decides. */
export function judgedPoints({ row, p }: Difference, words: ValidityTerms): string {
  if (row?.value === undefined) return UNKNOWN;
  const verdict = verdictOf(row, p);
  const decides = verdict === "too few" || p === undefined ? undefined : pText(p);
  return `${points(row, words)}${words.judged(verdict, decides)}`;
}

/** To three decimals, one more where they would hide on which side of the line it is. */
function pText(p: number): string {
  if (p < 0.001) return "< 0.001";
  return fixed(p, p < P_SHOWN && p >= P_SHOWN - 0.0005 ? 4 : 3);
}
