import { UserError } from "../../domain/error.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { TOKENIZERS, tokenizerById } from "../../tokenize/registry.ts";

/** The registry rows that a suite names; a name that cannot be run is a UserError. */
export function entriesOf(suite: string, ids: readonly string[]): TokenizerEntry[] {
  return ids.map((id) => {
    const entry = tokenizerById(id);
    if (entry?.engine !== undefined) return entry;
    const known = TOKENIZERS.flatMap((row) => (row.engine === undefined ? [] : [row.id]));
    throw new UserError("tokenizer", `The suite ${suite} names the tokenizer "${id}", which cannot be run.`, {
      fix: `Tokenizers that can: ${known.join(", ")}.`,
    });
  });
}
