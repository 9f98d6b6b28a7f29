import type { EngineFlag } from "../engine-flag.ts";
import type { PlaceFlags } from "../live/endpoint.ts";
import type { PriceFlags } from "../price-flags.ts";
import type { ProgressKind } from "../progress.ts";

/** Flags of `count` as commander leaves them. */
export type CountFlags = PriceFlags &
  EngineFlag &
  Omit<PlaceFlags, "api"> & {
    readonly mode: string;
    readonly target: readonly string[];
    readonly all?: true;
    readonly committed?: true;
    readonly limit?: number;
    readonly progress: ProgressKind;
    readonly json?: true;
  };
