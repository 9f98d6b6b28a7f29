import type { Day } from "../date.ts";
import type { Factor, Service } from "./model.ts";
import type { Period } from "./period.ts";

/** Public price catalogues that can be read. */
export const CATALOGUES = ["litellm", "genai-prices", "models.dev"] as const;
export type Catalogue = (typeof CATALOGUES)[number];

/** What a catalogue says of one model. What it does not say is left out. */
export type ImportedRow = {
  readonly target: string;
  /** What the catalogue calls it. */
  readonly name: string;
  /** Rates in US dollars per million tokens, the oldest first. A catalogue without dates gives one period. */
  readonly periods: readonly [Period, ...Period[]];
  /** What a service multiplies the rates by. */
  readonly service?: Partial<Record<Exclude<Service, "standard">, Factor>>;
  readonly context_tokens?: number;
  readonly max_output_tokens?: number;
  readonly vision?: boolean;
  readonly structured_output?: boolean;
  readonly reasoning?: boolean;
  /** Hints: catalogues are often wrong about them. */
  readonly lifecycle: { readonly deprecated?: true; readonly ends?: Day; readonly released?: Day };
};

/** A row of a catalogue that was not taken, and why; `target` where it is known which target it would have been. */
export type SkippedRow = { readonly name: string; readonly why: string; readonly target?: string };

/** A catalogue as it was read. */
export type Upstream = { readonly rows: readonly ImportedRow[]; readonly skipped: readonly SkippedRow[] };
