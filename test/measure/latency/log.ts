import fc from "fast-check";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { Failure } from "../../../src/domain/failure.ts";
import type { Trial } from "../../../src/domain/trial.ts";
import { AttemptTable } from "../../../src/measure/table/attempt-table.ts";
import { type Plan, type TrialPlan, trialPlan } from "../../../src/plan/trials.ts";
import { made } from "../hand-made.ts";

/** A plan of prompts p1, p2, … in both languages. */
export const planOf = (targets: readonly string[], prompts: number, more: Partial<Plan> = {}): TrialPlan =>
  trialPlan({
    suite: { name: "latency" },
    targets,
    prompts: Array.from({ length: prompts }, (_, i) => ({
      id: `p${i + 1}`,
      ko: "무엇인가요?",
      en: "What is it?",
      max_output_tokens: 100,
    })),
    ...more,
  });

/** How an attempt went, as far as times are concerned; ms. */
export type Timed = {
  readonly attempt?: number;
  readonly failure?: Failure;
  readonly served?: string;
  readonly cached?: number;
  readonly reused?: boolean;
  readonly tokens?: readonly [input: number, visible: number, thinking?: number];
  readonly ttfb?: number;
  readonly ttft?: number;
  readonly ttfvt?: number;
  readonly gaps?: readonly number[];
  readonly end?: number;
  readonly text?: string;
  readonly backoff?: number;
  readonly queued?: number;
  /** ms after the run began. */
  readonly at?: number;
};

/** The line of an attempt: what the run would have written of it. */
export function timed(trial: Trial, given: Timed): Attempt {
  const { ttft, gaps = [], ttfvt = ttft, failure, cached = 0, tokens } = given;
  const last =
    ttft === undefined ? undefined : Math.round((ttft + gaps.reduce((sum, gap) => sum + gap, 0)) * 1000) / 1000;
  const line = made(trial, {
    ...(given.attempt === undefined ? {} : { attempt: given.attempt }),
    ...(failure === undefined ? {} : { failure }),
    ...(given.served === undefined ? {} : { served: given.served }),
    ...(given.text === undefined ? {} : { text: given.text }),
    ...(given.backoff === undefined ? {} : { waited: given.backoff }),
    ...(tokens === undefined
      ? {}
      : { usage: { fresh_input: tokens[0], cache_read: cached, visible_output: tokens[1], thinking: tokens[2] ?? 0 } }),
  });
  const streamed = tokens === undefined ? 0 : tokens[1] + (ttfvt !== ttft ? (tokens[2] ?? 0) : 0);
  return {
    ...line,
    "tokenwon.started": new Date(Date.parse("2026-11-25T00:00:00.000Z") + Math.round(given.at ?? 0)).toISOString(),
    ...(ttft === undefined || last === undefined
      ? {}
      : {
          "tokenwon.ttfb_ms": given.ttfb ?? ttft,
          "tokenwon.ttft_ms": ttft,
          ...(ttfvt === undefined ? {} : { "tokenwon.ttfvt_ms": ttfvt }),
          "tokenwon.e2e_ms": last,
          ...(gaps.length === 0 ? {} : { "tokenwon.output_gaps_us": gaps.map((gap) => Math.round(gap * 1000)) }),
          ...(streamed >= 2 && last > ttft
            ? { "tokenwon.tpot_ms": Math.round(((last - ttft) / (streamed - 1)) * 1000) / 1000 }
            : {}),
        }),
    ...(given.queued === undefined ? {} : { "tokenwon.queued_ms": given.queued }),
    "tokenwon.end_ms": given.end ?? last ?? 5,
    "tokenwon.outputs": ttft === undefined ? 0 : gaps.length + 1,
    "tokenwon.bytes": Buffer.byteLength(line["tokenwon.text"]),
    "tokenwon.wire": {
      ...line["tokenwon.wire"],
      ...(given.reused === undefined ? {} : { connectionReused: given.reused }),
    },
  };
}

/** A table of lines, in any order. */
export function tableOf(plan: TrialPlan, lines: readonly Attempt[]): AttemptTable {
  const table = new AttemptTable(plan);
  for (const line of lines) {
    const index = plan.indexOf(line["tokenwon.trial"] ?? "");
    if (index !== undefined) table.add(index, line);
  }
  return table;
}

const FAILURES: readonly Failure[] = [
  { kind: "rate-limit", message: "Slow down.", status: 429, retry: true, billed: "no" },
  { kind: "overloaded", message: "Overloaded.", status: 529, retry: true, billed: "no" },
  { kind: "timeout", deadline: "first-token", message: "Nothing came.", retry: true, billed: "unknown" },
  { kind: "truncated-stream", message: "It ended.", retry: true, billed: "yes" },
  { kind: "aborted", message: "Stopped.", retry: false, billed: "unknown" },
  { kind: "auth", message: "Wrong key.", status: 401, retry: false, billed: "no" },
];

const us = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most * 1000 }).map((n) => n / 1000);

const answer = fc.record(
  {
    ttft: us(3000),
    gaps: fc.array(us(400), { maxLength: 12 }),
    text: fc.constantFrom("환불은 사흘 걸립니다.", "It takes three days.", " ", "", "값 🎉"),
    served: fc.constantFrom("m-1", "m-2"),
    cached: fc.constantFrom(0, 0, 128),
    reused: fc.boolean(),
    tokens: fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 0, 30)),
    queued: us(50),
    at: fc.integer({ min: 0, max: 20_000 }),
  },
  { requiredKeys: ["ttft", "gaps", "text"] },
);
const failed = fc.record({
  failure: fc.constantFrom(...FAILURES),
  at: fc.integer({ min: 0, max: 20_000 }),
  end: us(900),
});

/** Logs of anything at all: trials with up to three attempts each, of which any may fail in any way, in any order. */
export const anyLog = (plan: TrialPlan): fc.Arbitrary<Attempt[]> =>
  fc
    .tuple(
      ...Array.from({ length: plan.length }, () =>
        fc.tuple(fc.array(failed, { maxLength: 2 }), fc.option(answer, { nil: undefined }), us(700)),
      ),
    )
    .map((trials) =>
      trials.flatMap(([failures, last, backoff], index) =>
        [...failures, ...(last === undefined ? [] : [last])].map((how, i) =>
          timed(plan.at(index), { ...how, attempt: i + 1, ...(i === 0 ? {} : { backoff }) }),
        ),
      ),
    )
    .chain((lines) => fc.shuffledSubarray(lines, { minLength: lines.length }));
