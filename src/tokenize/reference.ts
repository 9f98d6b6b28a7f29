import { getEncoding } from "js-tiktoken";
import type { CountTokens } from "../domain/tokenizer.ts";
import type { EncodingName } from "./encoding.ts";

/**
 * The same encodings by js-tiktoken: the reference that the fast counter is checked against, and what
 * `--tokenizer-engine js-tiktoken` counts with. About ten times slower on Korean, and quadratic on long unbroken runs.
 */
export function referenceCounter(name: EncodingName): CountTokens {
  const encoding = getEncoding(name);
  return (text) => encoding.encode(text, [], []).length;
}
