import type { CountingFlags } from "../counting-flags.ts";
import type { PriceFlags } from "../price-flags.ts";

/** Flags of `count` as commander leaves them. */
export type CountFlags = PriceFlags &
  CountingFlags & {
    readonly target: readonly string[];
    readonly all?: true;
    readonly json?: true;
  };
