import { InvalidArgumentError } from "commander";
import { Day } from "../domain/date.ts";
import { positive } from "./flag.ts";

/** Won for a dollar as somebody gave it, with the day it is of where that was said. */
export type WonGiven = { readonly rate: number; readonly day: Day | undefined };

/** `1390` or `1390@2026-11-20`. */
export function won(text: string): WonGiven {
  const [rate = "", day, ...rest] = text.split("@");
  const parsed = Day.optional().safeParse(day);
  if (!parsed.success || rest.length > 0)
    throw new InvalidArgumentError("Its day must be written as in 1390@2026-11-20.");
  return { rate: positive(rate), day: parsed.data };
}

/** The rate as it is typed. */
export const wonText = ({ rate, day }: WonGiven): string => (day === undefined ? String(rate) : `${rate}@${day}`);
