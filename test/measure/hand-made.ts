import type { Attempt } from "../../src/domain/attempt.ts";
import type { Failure } from "../../src/domain/failure.ts";
import type { Trial } from "../../src/domain/trial.ts";
import { type Usage, usage } from "../../src/domain/usage.ts";
import { type Plan, type Planned, trialPlan, trialsOf } from "../../src/plan/trials.ts";
import { sample } from "../log/sample.ts";

/** Trials of prompts named p1, p2, … on the targets. */
export const planned = (targets: readonly string[], prompts: number, more: Partial<Plan> = {}): Trial[] & Planned => {
  const plan: Plan = {
    suite: { name: "smoke" },
    targets,
    prompts: Array.from({ length: prompts }, (_, i) => ({
      id: `p${i + 1}`,
      ko: "무엇인가요?",
      en: "What is it?",
      max_output_tokens: 100,
    })),
    ...more,
  };
  const { langs, pairs } = trialPlan(plan);
  return Object.assign(trialsOf(plan), { targets, langs, pairs });
};

export type Made = {
  readonly attempt?: number;
  readonly evidence?: Attempt["tokenwon.evidence"];
  readonly day?: string;
  readonly served?: string;
  readonly text?: string;
  readonly finish?: Attempt["tokenwon.finish"];
  readonly failure?: Failure;
  /** Input, visible output and thinking. */
  readonly tokens?: readonly [number, number, number?];
  readonly usage?: Partial<Usage>;
  /** Back-off before it, in ms. */
  readonly waited?: number;
  /** First output, first visible text and last output, in ms. */
  readonly ms?: readonly [number, number, number];
};

/** An attempt of a trial with what matters to figures; what is left out is not known. */
export function made(trial: Trial, given: Made = {}): Attempt {
  const { attempt = 1, day = "2026-11-25", evidence = "live", failure, tokens, ms, served } = given;
  const { text = failure === undefined ? "다 썼습니다." : "", finish = "complete" } = given;
  const buckets =
    tokens === undefined
      ? given.usage
      : { fresh_input: tokens[0], visible_output: tokens[1], thinking: tokens[2] ?? 0 };
  const { "tokenwon.finish": _, ...line } = sample(`${trial.id} #${attempt}`, text);
  return {
    ...line,
    "tokenwon.attempt": attempt,
    "tokenwon.started": `${day}T00:00:00.000Z`,
    "tokenwon.target": trial.target,
    "tokenwon.evidence": evidence,
    "tokenwon.suite": trial.suite,
    "tokenwon.trial": trial.id,
    "tokenwon.case": trial.case,
    "tokenwon.lang": trial.lang,
    ...(served === undefined ? {} : { "gen_ai.response.model": served }),
    ...(failure === undefined ? { "tokenwon.finish": finish } : { "tokenwon.failure": failure }),
    ...(given.waited === undefined ? {} : { "tokenwon.backoff_ms": given.waited }),
    ...(buckets === undefined ? {} : { "tokenwon.usage": usage(buckets) }),
    ...(ms === undefined ? {} : { "tokenwon.ttft_ms": ms[0], "tokenwon.ttfvt_ms": ms[1], "tokenwon.e2e_ms": ms[2] }),
    "tokenwon.chars": Array.from(text.normalize("NFC")).length,
  };
}

export const REFUSED: Failure = {
  kind: "rate-limit",
  message: "Too many requests.",
  status: 429,
  retry: true,
  billed: "no",
};
export const BROKEN: Failure = {
  kind: "truncated-stream",
  message: "The stream ended without its last event.",
  retry: true,
  billed: "yes",
};
export const LOST: Failure = { kind: "network", message: "Connection reset.", retry: true, billed: "unknown" };

/** The trials by id, to be picked by hand. */
export function pickerOf(trials: readonly Trial[]): (id: string) => Trial {
  return (id) => {
    const found = trials.find((trial) => trial.id === id);
    if (found === undefined) throw new Error(`no trial ${id}`);
    return found;
  };
}
