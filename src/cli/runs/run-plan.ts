import { z } from "zod";
import { UserError } from "../../domain/error.ts";

/** What makes two runs the same: all that is asked of whom, and how. How many at a time, and for how much money, may change. */
export const RunPlan = z.object({
  suite: z.string(),
  mode: z.string(),
  targets: z.array(z.string()),
  /** SHA-256 of the questions. */
  questions: z.string(),
  api: z.string().optional(),
  /** SHA-256 of other addresses than the vendors' own: answers of a simulator and of a vendor do not stand in one log. */
  addresses: z.string().optional(),
  lang: z.string().optional(),
  limit: z.int().optional(),
  domain: z.string().optional(),
  full: z.literal(true).optional(),
  repeat: z.int().optional(),
  trials: z.int().optional(),
  max_attempts: z.int(),
  timeout_s: z.number().optional(),
  rate: z.number().optional(),
  arrival: z.string().optional(),
  seed: z.int(),
  nonce: z.boolean(),
  /** What the simulator plays. */
  profiles: z.string().optional(),
});
export type RunPlan = z.infer<typeof RunPlan>;

/** `run.json`, beside the log: what was asked of whom. No key, and no address that may hold one. */
export const AboutRun = z.looseObject({
  "tokenwon.run": z.literal(1),
  run: z.string(),
  suite: z.string(),
  command: z.string(),
  /** Where a provider is asked: the day means nothing else, and the same run gives the same bytes. */
  started: z.string().optional(),
  prices: z.string(),
  day: z.string(),
  trials: z.int(),
  /** What the numbers before the questions are made from. */
  salt: z.string(),
  plan: RunPlan,
});
export type AboutRun = z.infer<typeof AboutRun>;

/** Where two plans differ, in words. */
export function differences(a: RunPlan, b: RunPlan): string[] {
  const names = Object.keys(RunPlan.shape) as (keyof RunPlan)[];
  return names.flatMap((name) => {
    const [before, now] = [a[name], b[name]].map(text);
    if (before === now) return [];
    if (name === "questions") return ["the questions have changed"];
    if (name === "addresses") return ["the addresses of --base-url differ"];
    return [`${name}: ${before ?? ""} then, ${now ?? ""} now`];
  });
}

const text = (value: RunPlan[keyof RunPlan]): string =>
  value === undefined ? "not given" : Array.isArray(value) ? value.join(", ") : String(value);

/** A log holds one plan: another one's trials in it would be taken for its own. */
export const ofAnotherPlan = (shown: string, differ: readonly string[]): UserError =>
  new UserError("usage", `${shown} is the log of another plan.`, {
    details: differ,
    fix: "Give the flags of that run (its run.json has the command), or begin a new one without --resume.",
  });
