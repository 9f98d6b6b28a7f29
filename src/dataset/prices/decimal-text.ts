import BigNumber from "bignumber.js";
import type { Factor } from "../../domain/price/model.ts";

/**
 * Dollars per token as dollars per million tokens, exactly: 1.5e-7 is "0.15". The point is moved in the shortest
 * decimal text that denotes the number, which is the text that stood in the file; nothing is multiplied.
 */
export const perMillion = (perToken: number): string => new BigNumber(String(perToken)).shiftedBy(6).toFixed();

/** A number as plain decimal text, never in exponent form. */
export const decimalText = (value: number): string => new BigNumber(String(value)).toFixed();

/**
 * What takes the standard rates to those of a service. Undefined when either is unknown or 0, or when the quotient has
 * no end as a decimal: a factor is given exactly or not at all.
 */
export function factorOf(
  standard: { readonly input: string; readonly output: string },
  service: { readonly input?: string | undefined; readonly output?: string | undefined },
): Factor | undefined {
  const input = quotient(service.input, standard.input);
  const output = quotient(service.output, standard.output);
  if (input === undefined || output === undefined) return undefined;
  return input === output ? input : { input, output };
}

function quotient(part: string | undefined, whole: string): string | undefined {
  if (part === undefined || Number(whole) === 0 || Number(part) === 0) return undefined;
  const factor = new BigNumber(part).div(whole);
  return factor.times(whole).eq(part) ? factor.toFixed() : undefined;
}
