import type { PlaceFlags } from "../live/endpoint.ts";
import type { PriceFlags } from "../price-flags.ts";

/** Flags of `ask` as commander leaves them. */
export type AskFlags = PriceFlags &
  PlaceFlags & {
    readonly target: string;
    readonly system?: string;
    readonly maxOutputTokens?: number;
    readonly temperature?: number;
    readonly effort?: string;
    readonly schema?: string;
    readonly json?: true;
    readonly timeout: number;
    readonly firstToken: number;
    readonly idle: number;
    readonly stream: boolean;
    readonly log?: string;
    readonly quiet?: true;
  };
