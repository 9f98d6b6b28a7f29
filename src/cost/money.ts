import BigNumber from "bignumber.js";

/** Exact decimals of our own: never in exponent form, and no division below, so that nothing is ever rounded. */
const Exact = BigNumber.clone({ EXPONENTIAL_AT: 1e9 });

/** An exact amount of money or a rate. */
export type Exact = BigNumber;

/** Decimal text or a number (taken as the shortest decimal that denotes it) as an exact decimal. */
export const exact = (value: string | number): Exact => new Exact(typeof value === "number" ? String(value) : value);

export const ZERO: Exact = exact(0);

export const sum = (amounts: readonly Exact[]): Exact => amounts.reduce((total, amount) => total.plus(amount), ZERO);

/** Tokens × US dollars per million tokens. */
export const usdFor = (tokens: number, perMillion: Exact): Exact => exact(tokens).times(perMillion).shiftedBy(-6);
