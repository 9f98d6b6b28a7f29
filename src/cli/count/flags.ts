import type { Engine } from "../../tokenize/engines.ts";
import type { PriceFlags } from "../price-flags.ts";

/** Flags of `count` as commander leaves them. */
export type CountFlags = PriceFlags & {
  readonly target: readonly string[];
  readonly all?: true;
  readonly mode: string;
  readonly tokenizerEngine: Engine;
  readonly json?: true;
};
