import { matches } from "../domain/target.ts";
import type { TokenizerEntry } from "../domain/tokenizer.ts";
import { ANTHROPIC } from "./registry/anthropic.ts";
import { GOOGLE } from "./registry/google.ts";
import { OPEN_WEIGHTS } from "./registry/open-weights.ts";
import { OPENAI } from "./registry/openai.ts";

/** Every tokenizer that Tokenwon knows of. Which one a target has is decided by `tokenizerOf`. */
export const TOKENIZERS: readonly TokenizerEntry[] = [...OPENAI, ...GOOGLE, ...ANTHROPIC, ...OPEN_WEIGHTS];

/** The registry row of an id; undefined when there is none. */
export const tokenizerById = (id: string): TokenizerEntry | undefined => TOKENIZERS.find((entry) => entry.id === id);

/** The registry row of a target: the longest matching name wins. Undefined for a target that no row names. */
export function tokenizerOf(target: string): TokenizerEntry | undefined {
  let best: { entry: TokenizerEntry; length: number } | undefined;
  for (const entry of TOKENIZERS) {
    for (const pattern of entry.models) {
      if (pattern.length > (best?.length ?? 0) && matches(pattern, target)) best = { entry, length: pattern.length };
    }
  }
  return best?.entry;
}
