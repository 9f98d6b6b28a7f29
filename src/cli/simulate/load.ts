import { join, resolve } from "node:path";
import { readProfiles } from "../../dataset/profiles.ts";
import { UserError } from "../../domain/error.ts";
import type { Profile, ProfileBook } from "../../domain/profile.ts";
import type { Simulator } from "../../domain/simulator.ts";
import type { CountTokens } from "../../domain/tokenizer.ts";
import type { Known } from "../../simulate/json/known.ts";
import { simulator } from "../../simulate/simulator.ts";
import { loadCounter } from "../../tokenize/counter.ts";
import { ENCODINGS, isEncoding } from "../../tokenize/encoding.ts";
import type { Effects } from "../effects.ts";
import type { SimulateFlags } from "./flags.ts";

export type Loaded = { readonly book: ProfileBook; readonly simulator: Simulator };

/**
 * The simulator of --profile and --seed, with the tokenizers that its profiles name.
 * @param known the right answers to what it may be asked
 */
export async function loadSimulator(
  { profile, seed }: Pick<SimulateFlags, "profile" | "seed">,
  { root, cwd }: Pick<Effects, "root" | "cwd">,
  known?: Known,
): Promise<Loaded> {
  const book = await readProfiles(join(root, "datasets"), profile.endsWith(".json") ? resolve(cwd, profile) : profile);
  const counters = new Map<string, CountTokens>();
  for (const one of book.profiles) counters.set(one.tokenizer, await counterOf(one));
  const count = (tokenizer: string, text: string): number => {
    const counter = counters.get(tokenizer);
    if (counter === undefined) throw new Error(`The simulator counts by ${tokenizer}, which no profile names.`);
    return counter(text);
  };
  return { book, simulator: simulator(book.profiles, { seed, count, ...(known && { known }) }) };
}

/** Counts of a simulated usage are made while a request waits: only what counts at once will do. */
async function counterOf({ target, tokenizer }: Profile): Promise<CountTokens> {
  if (isEncoding(tokenizer)) return loadCounter(tokenizer);
  throw new UserError(
    "tokenizer",
    `The profile of ${target} counts by "${tokenizer}", which the simulator cannot do.`,
    {
      fix: `Let it name one of ${ENCODINGS.join(", ")} as a stand-in, and say so in its evidence.`,
    },
  );
}
