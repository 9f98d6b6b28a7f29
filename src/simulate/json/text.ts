import type { Profile } from "../../domain/profile.ts";
import type { Random } from "../../measure/random.ts";
import type { Stock } from "../stock/stock.ts";
import type { AskedJson } from "./asked.ts";
import { faulty } from "./faults.ts";
import type { KnownAnswer } from "./known.ts";
import { made } from "./made.ts";
import { whichFault } from "./which.ts";

/** What an answer in JSON depends on beside what was asked for. */
export type AboutJson = {
  readonly profile: Profile;
  readonly known: KnownAnswer | undefined;
  /** The same for every answer to the same prompt. */
  readonly ofPrompt: () => Random;
  readonly stock: Stock;
};

/** The text of an answer that is to be JSON; by the profile's shares something is wrong with it. */
export function jsonText({ schema, mode }: AskedJson, about: AboutJson, random: Random): string {
  const { profile, known, ofPrompt, stock } = about;
  const right = made(schema, known, profile.fields_wrong, stock, random);
  const fault = whichFault(profile, mode, ofPrompt, random);
  return fault === undefined ? JSON.stringify(right.value) : faulty(fault, right, mode, stock, random);
}
