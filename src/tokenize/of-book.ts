import { UserError } from "../domain/error.ts";
import type { PriceBook } from "../domain/price/book.ts";
import type { TokenizerEntry } from "../domain/tokenizer.ts";
import { TOKENIZERS, tokenizerById, tokenizerOf } from "./registry.ts";

/**
 * The tokenizer of a target: the one that its row of the book names, else the one of the registry.
 * @throws UserError when a row names a tokenizer that the registry does not know.
 */
export function tokenizersIn({ models }: PriceBook): (target: string) => TokenizerEntry | undefined {
  const named = new Map(
    models.flatMap(({ target, tokenizer }): [string, TokenizerEntry][] => {
      if (tokenizer === undefined) return [];
      const entry = tokenizerById(tokenizer);
      if (entry !== undefined) return [[target, entry]];
      throw new UserError("data", `The price of ${target} names the tokenizer "${tokenizer}", which is not known.`, {
        fix: `Known tokenizers: ${TOKENIZERS.map(({ id }) => id).join(", ")}.`,
      });
    }),
  );
  return (target) => named.get(target) ?? tokenizerOf(target);
}
