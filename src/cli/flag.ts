import { InvalidArgumentError, Option } from "commander";

/** An option that can also be set as TOKENWON_<NAME> in the environment. */
export function flag(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.env(`TOKENWON_${option.name().toUpperCase().replaceAll("-", "_")}`);
}

/** Gathers a flag that may be repeated; one value may also hold several, joined by commas. */
export const repeatable = (value: string, before: readonly string[]): string[] => [
  ...before,
  ...value.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()])),
];

/** A whole number, at least `least` and at most `most`. */
export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`It must be a whole number, ${range}.`);
    }
    return value;
  };

/** A number above 0. */
export const positive = (text: string): number => {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !(value > 0)) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
};

/** A share of all, from 0 to 1. */
export const share = (text: string): number => {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > 1) throw new InvalidArgumentError("It must be a number from 0 to 1.");
  return value;
};

const UNITS_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** A time, in ms: 90s, 10m, 2h, 1.5h. */
export const duration = (text: string): number => {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS_MS[unit] ?? Number.NaN);
  if (!(ms > 0)) throw new InvalidArgumentError("It must be a time such as 90s, 10m or 2h.");
  return ms;
};
