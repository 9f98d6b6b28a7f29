import { setMaxListeners } from "node:events";
import { placeOf } from "../../src/cli/runs/place-of.ts";
import type { Attempt } from "../../src/domain/attempt.ts";
import type { Failure } from "../../src/domain/failure.ts";
import type { Grade } from "../../src/domain/grade.ts";
import type { Prompt } from "../../src/domain/prompt.ts";
import type { Trial, Turn } from "../../src/domain/trial.ts";
import { askingOrder } from "../../src/plan/asking-order.ts";
import { type Plan, type TrialPlan, trialPlan } from "../../src/plan/trials.ts";
import { type Begun, begun } from "../../src/run/begun.ts";
import { budget, NO_USE, type Use } from "../../src/run/budget.ts";
import type { RunEvent } from "../../src/run/events.ts";
import { runTrials } from "../../src/run/trials.ts";
import type { TrialsInput, TrialsResult } from "../../src/run/trials-input.ts";
import { virtualClock } from "../../src/run/virtual-clock.ts";

const prompt = (_: unknown, i: number): Prompt => ({ id: `p${i + 1}`, ko: "가", en: "a", max_output_tokens: 100 });

/** A plan of so many prompts, in both languages. */
export const planOf = (prompts: number, more: Partial<Plan> = {}): TrialPlan =>
  trialPlan({ suite: { name: "s" }, targets: ["a/x"], prompts: Array.from({ length: prompts }, prompt), ...more });

/** What a made-up provider does with an attempt. */
export type Behaviour =
  | { readonly miss: string }
  | {
      /** Default: 100. */
      readonly ms?: number;
      readonly failure?: Pick<Failure, "kind"> & Partial<Failure>;
      readonly headers?: Readonly<Record<string, string>>;
      /** When they came; default: not known. */
      readonly headersMs?: number;
      /** Whether the answer is valid where that is asked for; default: nobody looks. */
      readonly valid?: boolean;
      readonly text?: string;
      /** Default: 10 and 10. */
      readonly tokens?: readonly [input: number, output: number];
    };

/** One attempt as it went, by the virtual clock. */
export type Call = Turn & { readonly id: string; readonly from: number; readonly to: number };

export type Looped = {
  readonly result: TrialsResult<string>;
  readonly lines: readonly Attempt[];
  readonly calls: readonly Call[];
  readonly events: readonly RunEvent[];
  /** Most attempts that were under way at a time. */
  readonly most: number;
  readonly input: TrialsInput<string>;
};

/** Runs the loop against a made-up provider, in virtual time; what is under way when it is stopped is broken off. */
export async function looped(
  planned: TrialPlan | number,
  behave: (trial: Trial, turn: Turn, now: number) => Behaviour,
  more: Partial<TrialsInput<string>> & { readonly attempts?: number } = {},
): Promise<Looped> {
  const clock = virtualClock((what) => void setImmediate(what));
  const plan = typeof planned === "number" ? planOf(planned) : planned;
  const lines: Attempt[] = [];
  const calls: Call[] = [];
  const events: RunEvent[] = [];
  let flying = 0;
  let most = 0;
  const input: TrialsInput<string> = {
    plan,
    order: askingOrder(plan, 1),
    begun: begun(plan, more.attempts ?? 3),
    laneOf: (target) => target.split("/")[0] ?? "",
    ask: async (trial, turn) => {
      const from = clock.now();
      const behaviour = behave(trial, turn, from);
      if ("miss" in behaviour) return behaviour;
      most = Math.max(most, ++flying);
      const brokenOff = await clock.sleep(behaviour.ms ?? 100, input.signal).then(
        () => false,
        () => true,
      );
      flying--;
      calls.push({ ...turn, id: trial.id, from, to: clock.now() });
      return lineOf(trial, turn, brokenOff ? { failure: { kind: "aborted", retry: false } } : behaviour);
    },
    append: (line) => Promise.resolve(void lines.push(line)),
    load: { concurrency: 4 },
    seed: 1,
    spending: { budget: budget({}), worst: () => NO_USE, actual: (): Use => NO_USE },
    maxErrorRate: 1,
    hopeless: "stop",
    clock,
    during: clock.during,
    signal: new AbortController().signal,
    onEvent: (event) => void events.push(event),
    onChange: () => undefined,
    ...more,
  };
  // Every call that is under way listens.
  setMaxListeners(0, input.signal);
  return { result: await runTrials(input), lines, calls, events, most, input };
}

function lineOf(trial: Trial, turn: Turn, behaviour: Exclude<Behaviour, { miss: string }>): Attempt {
  const { failure, headers = {}, headersMs, tokens = [10, 10] } = behaviour;
  const whole: Failure | undefined = failure && { message: "it failed", retry: true, billed: "no", ...failure };
  return {
    "tokenwon.trial": trial.follows?.trial ?? trial.id,
    ...(trial.follows === undefined ? {} : { "tokenwon.follow": trial.follows.as }),
    "tokenwon.text": behaviour.text ?? "",
    ...(behaviour.valid === undefined || failure !== undefined ? {} : { "tokenwon.grade": graded(behaviour.valid) }),
    "tokenwon.target": trial.target,
    "tokenwon.attempt": turn.attempt,
    ...(turn.backoffMs === undefined ? {} : { "tokenwon.backoff_ms": turn.backoffMs }),
    ...(whole === undefined
      ? { "gen_ai.usage.input_tokens": tokens[0], "gen_ai.usage.output_tokens": tokens[1] }
      : { "tokenwon.failure": whole }),
    "tokenwon.wire": { kept: headers, ...(headersMs === undefined ? {} : { headers: headersMs }) },
  } as unknown as Attempt;
}

const graded = (valid: boolean): Grade => ({
  valid,
  repaired: false,
  steps: {
    raw: "passed",
    fence: "skipped",
    extracted: "skipped",
    schema: valid ? "passed" : "failed",
    fields: "skipped",
  },
  faults: [],
});

/** Trials in the order in which a run is to ask them. */
export const orderOf = ({ input: { plan, order } }: Looped): string[] => [...order].map((index) => plan.at(index).id);

/** How far the lines of earlier runs are. */
export function begunBy(plan: TrialPlan, lines: readonly Attempt[], attempts = 3): Begun {
  const made = begun(plan, attempts);
  for (const line of lines) {
    const index = placeOf(plan, line);
    if (index !== undefined) made.note(index, line);
  }
  return made;
}
