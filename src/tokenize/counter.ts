import type { CountTokens } from "../domain/tokenizer.ts";
import { type Encoding, type EncodingName, loadEncoding } from "./encoding.ts";
import { Merger } from "./merge.ts";
import { eachPiece } from "./pieces.ts";
import { rankTable, toByteString } from "./ranks.ts";

/** Pieces whose counts are remembered, and the longest piece that is: words repeat, long runs do not. */
const REMEMBERED = 200_000;
const LONGEST_REMEMBERED = 64;

/**
 * An exact counter that never hangs. Text is cut by gpt-tokenizer's pattern and merged on gpt-tokenizer's ranks, but by
 * our own merge, since every byte-pair library on npm is quadratic on a long unbroken piece.
 */
export function counterOf(encoding: Encoding): CountTokens {
  const merger = new Merger(rankTable(encoding.ranks));
  const pattern = new RegExp(encoding.split.source, "gu");
  const known = new Map<string, number>();

  const countPiece = (piece: string): number => {
    if (piece.length > LONGEST_REMEMBERED) return merger.count(toByteString(piece));
    let tokens = known.get(piece);
    if (tokens === undefined) {
      tokens = merger.count(toByteString(piece));
      if (known.size >= REMEMBERED) known.clear();
      known.set(piece, tokens);
    }
    return tokens;
  };

  return (text) => {
    let tokens = 0;
    eachPiece(text, pattern, (piece) => {
      tokens += countPiece(piece);
    });
    return tokens;
  };
}

const loaded = new Map<EncodingName, Promise<CountTokens>>();

/** The counter of an encoding, loaded once per thread (up to 0.3 s). */
export function loadCounter(name: EncodingName): Promise<CountTokens> {
  let counter = loaded.get(name);
  if (counter === undefined) {
    counter = loadEncoding(name).then(counterOf);
    loaded.set(name, counter);
  }
  return counter;
}
