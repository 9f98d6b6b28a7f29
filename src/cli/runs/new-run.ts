import { createHash, randomBytes } from "node:crypto";
import type { RunFlags } from "../run-flags.ts";
import { runId } from "../tokens/rows.ts";
import { spends } from "../trials/modes.ts";
import type { Opened } from "../trials/opened.ts";
import type { RunPlan } from "./run-plan.ts";
import type { AskPlan } from "./to-ask.ts";

/** What a run is the same by, of its plan and its flags. */
export function runPlanOf(
  { suite, mode, targets, questions, nonce, seed, profiles }: AskPlan,
  flags: RunFlags,
  attempts: number,
): RunPlan {
  const known = <Value>(name: string, value: Value | undefined): Record<string, Value> =>
    value === undefined ? {} : { [name]: value };
  return {
    suite,
    mode,
    targets: [...targets],
    questions,
    max_attempts: attempts,
    seed,
    nonce,
    ...known("api", flags.api),
    ...known("addresses", flags.baseUrl.length === 0 ? undefined : sha256([...flags.baseUrl].sort().join("\n"))),
    ...known("lang", flags.lang),
    ...known("limit", flags.limit),
    ...known("domain", flags.domain.length === 0 ? undefined : [...flags.domain].sort().join(",")),
    ...known("full", flags.full),
    ...known("repeat", flags.repeat),
    ...known("trials", flags.trials),
    ...known("timeout_s", flags.timeout),
    ...known("rate", flags.rate),
    ...known("arrival", flags.arrival),
    ...known("profiles", mode === "simulate" ? profiles : undefined),
  };
}

/**
 * The name of a new run. Over the network the same command another time is another run; from recordings and the simulator
 * the same input is the same run.
 */
export function newRunId({ suite, mode, books }: AskPlan, { from }: Pick<Opened, "from">, plan: RunPlan): string {
  return spends(mode)
    ? liveRunId(suite, new Date(), randomBytes(2).toString("hex"))
    : runId(suite, [plan, from, books.book, books.day]);
}

export const liveRunId = (suite: string, now: Date, word: string): string =>
  `${suite}-${now.toISOString().replace(/[-:]/g, "").replace(/\..*/, "Z")}-${word}`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
