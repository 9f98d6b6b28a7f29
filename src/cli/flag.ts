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
