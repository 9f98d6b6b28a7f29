import { fixed, significant } from "../format.ts";

/** Dollars a month: cents below a hundred, whole dollars above. */
export const dollars = (value: number | undefined): string => fixed(value, value !== undefined && value >= 100 ? 0 : 2);

/** Won are rough, since their rate is. */
export const wonRounded = (value: number | undefined): string =>
  value !== undefined && value >= 100 ? fixed(Number(value.toPrecision(2)), 0) : significant(value, 2);

/** Millions of tokens. */
export const millions = (value: number | undefined): string =>
  significant(value === undefined ? undefined : value / 1e6, 3);

type Rates = { readonly input: string; readonly output: string };

/** `$2.00 / $10.00`: every digit of the book, and at least cents. */
export const pricePair = (rates: Rates | undefined): string | undefined =>
  rates === undefined ? undefined : `$${cents(rates.input)} / $${cents(rates.output)}`;

function cents(amount: string): string {
  const [whole = "0", parts = ""] = amount.split(".");
  return `${whole}.${parts.padEnd(2, "0")}`;
}
