import { z } from "zod";
import { Target } from "./target.ts";

const Name = z.string().regex(/^[a-z][a-z0-9-]*$/, "a suite name is lower-case words joined by -");
const Seed = z.int().nonnegative().default(20260129);
/** Whom to ask when nobody is named. */
const Targets = z
  .array(Target)
  .nonempty()
  .refine((targets) => new Set(targets).size === targets.length, "a target is named twice");
const Resamples = z.int().min(200).default(2000);

/**
 * A suite that counts tokens of paired text offline. `dataset` is a folder below `datasets/pairs`,
 * `tokenizers` are ids of the registry, `prices` and `compared` name price books below `datasets/prices`.
 */
const TokenSuite = z.strictObject({
  kind: z.literal("tokens"),
  name: Name,
  title: z.string().min(1),
  dataset: z.string().min(1),
  tokenizers: z.array(z.string()).nonempty(),
  prices: z.string().min(1),
  compared: z.string().optional(),
  /** Totals of public corpora shown beside ours: names below `datasets/outside`. */
  outside: z.array(z.string()).default([]),
  seed: Seed,
  resamples: Resamples,
});

/** A suite that checks what a text claims, statement by statement, against the pairs of a dataset. */
const ClaimSuite = z.strictObject({
  kind: z.literal("claims"),
  name: Name,
  title: z.string().min(1),
  /** A list below `datasets/claims`. */
  claims: z.string().min(1),
  dataset: z.string().min(1),
  /** The price book of what the text prints, and the record it is checked against. */
  printed: z.string().min(1),
  prices: z.string().min(1),
  tokenizers: z.array(z.string()).nonempty(),
  outside: z.array(z.string()).default([]),
  seed: Seed,
  resamples: Resamples,
});

/**
 * A suite that asks every target a few prompts once, to see that it answers. `prompts` is a list below `datasets/prompts`,
 * `prices` a book below `datasets/prices`; without a key, targets behave as the profiles below `datasets/profiles` say.
 */
const SmokeSuite = z.strictObject({
  kind: z.literal("smoke"),
  name: Name,
  title: z.string().min(1),
  prompts: z.string().min(1),
  /** Whom to ask when nobody is named. */
  targets: Targets,
  profiles: z.string().min(1),
  prices: z.string().min(1),
  /** Whether every question begins with a number of its own, so that no prompt cache knows it: for prompts long enough to be cached. */
  nonce: z.boolean().default(false),
  seed: Seed,
});

const Both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

/** Limits that a request has to keep, all of them, retries and waiting included; times in ms. */
export const Slo = z.strictObject({
  name: Name,
  title: Both,
  ttft_ms: z.number().positive().optional(),
  ttfvt_ms: z.number().positive().optional(),
  tpot_ms: z.number().positive().optional(),
  e2e_ms: z.number().positive().optional(),
  /** Visible characters a second, at least. */
  chars_per_s: z.number().positive().optional(),
  /** Where the limits come from. */
  source: Both,
});
export type Slo = z.infer<typeof Slo>;

/** A suite that asks every target pairs of prompts and times the answers. Fields as in a smoke suite. */
const LatencySuite = z.strictObject({
  kind: z.literal("latency"),
  name: Name,
  title: z.string().min(1),
  prompts: z.string().min(1),
  targets: Targets,
  profiles: z.string().min(1),
  prices: z.string().min(1),
  /** A list below `datasets/claims` whose published times stand beside what was measured. */
  claims: z.string().optional(),
  slos: z.array(Slo).default([]),
  nonce: z.boolean().default(true),
  seed: Seed,
  resamples: Resamples,
});

/**
 * A suite that asks every target for JSON, task by task, and grades the answers. Tasks are `evals/tasks/<name>.ts` with
 * their items in `datasets/tasks/<name>.jsonl`. Fields as in a smoke suite.
 */
const ValiditySuite = z.strictObject({
  kind: z.literal("json-validity"),
  name: Name,
  title: z.string().min(1),
  /** Names of tasks, in the order of the report. */
  tasks: z
    .array(Name)
    .nonempty()
    .refine((tasks) => new Set(tasks).size === tasks.length, "a task is named twice"),
  /** Items that are asked where not all of them are: one of each task, then the second of each, and so on. */
  items: z.int().positive(),
  /** Trials of a case. */
  repeat: z.int().positive().default(3),
  /** Most answers that a trial is asked for, the first one included, whichever way it is asked again. */
  answers: z.int().min(2).default(3),
  /** Most tokens of an answer, thinking included. */
  max_output_tokens: z.int().positive().default(4000),
  targets: Targets,
  profiles: z.string().min(1),
  prices: z.string().min(1),
  /** A list below `datasets/claims` whose formula of retries stands beside what was measured. */
  claims: z.string().optional(),
  seed: Seed,
});

export const Suite = z.discriminatedUnion("kind", [TokenSuite, ClaimSuite, SmokeSuite, LatencySuite, ValiditySuite]);
export type Suite = z.infer<typeof Suite>;
export type TokenSuite = z.infer<typeof TokenSuite>;
export type ClaimSuite = z.infer<typeof ClaimSuite>;
export type SmokeSuite = z.infer<typeof SmokeSuite>;
export type LatencySuite = z.infer<typeof LatencySuite>;
export type ValiditySuite = z.infer<typeof ValiditySuite>;
/** Those that ask models. */
export type AskingSuite = SmokeSuite | LatencySuite | ValiditySuite;

export const asksModels = (suite: Suite): suite is AskingSuite =>
  suite.kind === "smoke" || suite.kind === "latency" || suite.kind === "json-validity";

/** Declares a suite; use it as the default export of `evals/<name>.ts` and let the types complete the fields. */
export function defineSuite(suite: z.input<typeof Suite>): z.input<typeof Suite> {
  return suite;
}
