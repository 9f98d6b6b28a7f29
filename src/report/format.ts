/** What stands where nothing is known. Never 0. */
export const UNKNOWN = "—";

/** A number with a fixed count of decimals; thousands are separated. */
export function fixed(value: number | undefined, digits: number): string {
  if (value === undefined) return UNKNOWN;
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}

/** By digits: to make one is dear. */
const formats = new Map<number, Intl.NumberFormat>();

/** A number to `digits` significant digits, written out (never 1e-5). */
export function significant(value: number | undefined, digits: number): string {
  if (value === undefined) return UNKNOWN;
  if (value === 0) return "0";
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return fixed(value, Math.min(decimals, 20));
}

/** `low–high`; a single text when both are written the same. */
export function range(low: string, high: string): string {
  return low === high ? low : `${low}–${high}`;
}

/** A difference with its sign, as in `+35` or `−4.2`. */
export function signed(value: number, digits: number): string {
  const text = fixed(Math.abs(value), digits);
  if (Number(text.replaceAll(",", "")) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
