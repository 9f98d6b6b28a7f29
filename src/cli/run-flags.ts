import type { EngineFlag } from "./engine-flag.ts";
import type { PriceFlags } from "./price-flags.ts";
import type { ProgressKind } from "./progress.ts";
import type { TrialFlags } from "./trial-flags.ts";

/** Flags of `run` as commander leaves them. */
export type RunFlags = PriceFlags &
  EngineFlag &
  TrialFlags & {
    readonly suite?: string;
    readonly dataset?: string;
    readonly ko?: string;
    readonly en?: string;
    readonly domain: readonly string[];
    readonly target: readonly string[];
    readonly mix?: string;
    readonly limit?: number;
    readonly full?: true;
    readonly seed?: number;
    readonly out?: string;
    readonly format?: string;
    readonly locale?: "en" | "ko";
    readonly explain?: string;
    readonly progress: ProgressKind;
    readonly quiet?: true;
    readonly json?: true;
  };
