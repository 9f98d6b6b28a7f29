import type { Encoding } from "./encoding.ts";

/** Rank of a token by its bytes, written as a string of one char (0–255) per byte. */
export type RankTable = ReadonlyMap<string, number>;

/** The bytes of `text` as UTF-8, one char per byte. A lone surrogate becomes U+FFFD, as every encoder does. */
export const toByteString = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/** Turns the published table, which lists text where it can and bytes where it cannot, into one keyed by bytes. */
export function rankTable(ranks: Encoding["ranks"]): RankTable {
  const table = new Map<string, number>();
  ranks.forEach((token, rank) => {
    table.set(typeof token === "string" ? toByteString(token) : String.fromCharCode(...token), rank);
  });
  return table;
}
