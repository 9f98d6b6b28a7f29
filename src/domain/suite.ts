import { z } from "zod";

/**
 * A suite that counts tokens of paired text offline. `dataset` is a folder below `datasets/pairs`,
 * `tokenizers` are ids of the registry, `prices` and `compared` name price books below `datasets/prices`.
 */
const TokenSuite = z.strictObject({
  kind: z.literal("tokens"),
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, "a suite name is lower-case words joined by -"),
  title: z.string().min(1),
  dataset: z.string().min(1),
  tokenizers: z.array(z.string()).nonempty(),
  prices: z.string().min(1),
  compared: z.string().optional(),
  /** Totals of public corpora shown beside ours: names below `datasets/outside`. */
  outside: z.array(z.string()).default([]),
  seed: z.int().nonnegative().default(20260129),
  resamples: z.int().min(200).default(2000),
});

export const Suite = z.discriminatedUnion("kind", [TokenSuite]);
export type Suite = z.infer<typeof Suite>;
export type TokenSuite = z.infer<typeof TokenSuite>;

/** Declares a suite; use it as the default export of `evals/<name>.ts` and let the types complete the fields. */
export function defineSuite(suite: z.input<typeof Suite>): z.input<typeof Suite> {
  return suite;
}
