import { z } from "zod";

/**
 * `datasets/outside/<name>.json`: token totals of a public corpus whose texts are not ours to ship. A report shows its
 * ratio beside our own, so that a reader sees what a different kind of text gives.
 */
export const OutsideTotals = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  title_ko: z.string().min(1),
  about: z.string().min(1),
  about_ko: z.string().min(1),
  source: z.string().min(1),
  /** How the sentences were put together before they were counted. */
  join: z.string().min(1),
  pairs: z.int().positive(),
  /** Code points of the Korean side, joined. */
  ko_chars: z.int().positive(),
  /** By tokenizer id. */
  tokens: z.record(z.string(), z.strictObject({ ko: z.int().positive(), en: z.int().positive() })),
});
export type OutsideTotals = z.infer<typeof OutsideTotals>;

/** The domain that rows of an outside corpus carry: never one of a dataset's own. */
export const outsideDomain = (name: string): string => `outside:${name}`;
