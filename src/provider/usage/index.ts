import type { Usage } from "../../domain/usage.ts";
import { anthropicUsage } from "./anthropic.ts";
import { googleUsage } from "./google.ts";
import { openaiUsage } from "./openai.ts";

/** The wires that usage is read from. */
export type Wire = "openai" | "anthropic" | "google";

const READERS: Record<Wire, (raw: unknown) => Usage | undefined> = {
  openai: openaiUsage,
  anthropic: anthropicUsage,
  google: googleUsage,
};

/** A vendor's usage object as disjoint buckets; undefined when it is none of that wire's. */
export const usageOf = (wire: Wire, raw: unknown): Usage | undefined => READERS[wire](raw);
