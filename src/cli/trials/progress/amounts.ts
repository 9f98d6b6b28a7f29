import { fixed } from "../../../report/format.ts";

/** Whole numbers as they are read: thousands are separated. */
export const whole = (value: number): string => fixed(value, 0);

/** `$0.0123`, `$1`, `$12.30`: cents from a dollar on, three digits below. */
export function dollars(usd: number): string {
  if (Number.isInteger(usd)) return `$${whole(usd)}`;
  return `$${usd >= 1 ? fixed(usd, 2) : usd.toLocaleString("en-US", { maximumSignificantDigits: 3 })}`;
}

/** `45 s`, `1 min 20 s`, `2 h 5 min`: the two largest parts, none that is 0. */
export function duration(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 60) return parts([minutes, "min"], [seconds % 60, "s"]);
  return parts([Math.floor(minutes / 60), "h"], [minutes % 60, "min"]);
}

/** A time nobody knows exactly: never 0, in steps of 10 s from a minute on and of a minute from ten on. */
export function roughly(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const step = seconds < 60 ? 1 : seconds < 600 ? 10 : 60;
  return duration(Math.round(seconds / step) * step * 1000);
}

/** A short wait: tenths of a second below ten seconds. */
export const wait = (ms: number): string => (ms < 10_000 ? `${fixed(Math.max(0, ms) / 1000, 1)} s` : duration(ms));

const parts = (...of: readonly (readonly [number, string])[]): string =>
  of.flatMap(([count, unit]) => (count === 0 ? [] : `${whole(count)} ${unit}`)).join(" ");
