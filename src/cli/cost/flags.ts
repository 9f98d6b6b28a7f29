import type { CachingMode } from "../../cost/scenario/caching.ts";
import type { Service } from "../../domain/price/model.ts";
import type { PriceFlags } from "../price-flags.ts";
import type { ProgressKind } from "../progress.ts";

/** Flags of `cost` as commander leaves them. */
export type CostFlags = PriceFlags & {
  readonly scenario: readonly string[];
  readonly perDay?: number;
  readonly days?: number;
  readonly turns?: number;
  readonly systemChars?: number;
  readonly userChars?: number;
  readonly replyChars?: number;
  readonly kind?: string;
  readonly history: boolean;
  readonly cache: CachingMode;
  readonly service: Service;
  readonly residency?: true;
  readonly target: readonly string[];
  readonly out?: string;
  readonly format?: string;
  readonly locale?: "en" | "ko";
  readonly progress: ProgressKind;
  readonly quiet?: true;
  readonly json?: true;
};
