import type { Pair } from "../domain/pair.ts";
import { characters, utf8Bytes, words } from "./text.ts";

/** A pair with its token counts, by tokenizer in a fixed order. */
export type CountedPair = {
  readonly pair: Pair;
  readonly ko: readonly number[];
  readonly en: readonly number[];
};

/** What is summed over pairs before anything is divided; token columns follow, Korean and English by turns. */
const TEXT_COLUMNS = ["koChars", "enChars", "koBytes", "enBytes", "koWords", "enWords"] as const;
type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Reads one row of sums by name. */
export const column = (sums: Float64Array, name: TextColumn): number => sums[TEXT_COLUMNS.indexOf(name)] ?? Number.NaN;
/** Reads the token sum of one tokenizer (by its place in the order) and side. */
export const tokenColumn = (sums: Float64Array, tokenizer: number, side: "ko" | "en"): number =>
  sums[TEXT_COLUMNS.length + 2 * tokenizer + (side === "ko" ? 0 : 1)] ?? Number.NaN;

export function sumsOf({ pair, ko, en }: CountedPair): Float64Array {
  return Float64Array.from([
    characters(pair.ko),
    characters(pair.en),
    utf8Bytes(pair.ko),
    utf8Bytes(pair.en),
    words(pair.ko),
    words(pair.en),
    ...ko.flatMap((tokens, i) => [tokens, en[i] ?? Number.NaN]),
  ]);
}

/** Sums per document, in order of first appearance. A document is a doc within a domain. */
export function byDocument(pairs: readonly CountedPair[]): Float64Array[] {
  const documents = new Map<string, Float64Array>();
  for (const counted of pairs) {
    const key = `${counted.pair.domain}\u0000${counted.pair.doc}`;
    const sums = sumsOf(counted);
    const known = documents.get(key);
    if (known === undefined) documents.set(key, sums);
    else sums.forEach((value, i) => (known[i] = (known[i] ?? 0) + value));
  }
  return [...documents.values()];
}
