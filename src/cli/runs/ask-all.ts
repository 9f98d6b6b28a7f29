import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import type { Trial, Turn } from "../../domain/trial.ts";
import { askingOrder } from "../../plan/asking-order.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { type Budget, budget } from "../../run/budget.ts";
import { standingOf } from "../../run/standing-of.ts";
import { runTrials } from "../../run/trials.ts";
import type { RunState, TrialsResult } from "../../run/trials-input.ts";
import type { Miss } from "../../transport/replay.ts";
import type { HealthWatch } from "../health/watch.ts";
import type { Opened } from "../trials/opened.ts";
import type { RunDisplay } from "../trials/progress/display.ts";
import type { Manner } from "./load.ts";
import type { RunLog } from "./run-log.ts";
import type { Uses } from "./spending.ts";

export type AskAll = {
  readonly plan: TrialPlan;
  readonly seed: number;
  readonly manner: Manner;
  readonly opened: Opened;
  readonly log: RunLog;
  readonly uses: Uses;
  /** Grades an answer; left out where nothing is graded. */
  readonly graded?: ((line: Attempt) => Attempt) | undefined;
  /** Where it is kept how the processes that time the answers fare; undefined where none does. */
  readonly health: Pick<HealthWatch, "write" | "saw" | "close"> | undefined;
  readonly hopeless: "stop" | "follow";
  readonly display: RunDisplay;
  /** Aborted by the person or by the time that is up: see `stopper`. */
  readonly signal: AbortSignal;
};

export type AskedAll = TrialsResult<Miss> & {
  readonly budget: Budget;
  /** What broke it off, if anything did. */
  readonly failure: { readonly error: unknown } | undefined;
  /** What was kept where, in sentences. */
  readonly said: readonly string[];
};

/** Asks what is left of a plan. Whatever goes wrong, what is to be kept is kept first. Never throws. */
export async function askAll(input: AskAll): Promise<AskedAll> {
  const { plan, seed, manner, opened, log, health, uses, display, signal, graded = ungraded } = input;
  const { clock } = opened;
  const money = budget(manner.limits, log.used);
  const started = clock.now();
  const lanes = new Set(plan.targets.map(opened.laneOf)).size;
  const { load } = manner;
  let result: TrialsResult<Miss> = { misses: [], stopped: "fault", givenUp: new Map() };
  const failures: unknown[] = [];
  const standing = (state: RunState) => () =>
    standingOf(plan, state, {
      now: clock.now(),
      started,
      before: begunBefore,
      budget: uses.unpriced.length > 0 ? undefined : money,
    });
  const begunBefore = log.begun.over();
  try {
    await opened.during(() =>
      log.begin({
        event: "begin",
        trials: plan.length,
        left: plan.length - log.begun.over(),
        concurrency: load.concurrency,
        lanes,
        ...(load.rate === undefined ? {} : { rate: load.rate.perSecond, arrival: load.rate.kind }),
      }),
    );
    await opened.warmUp(load.concurrency, log.events.write);
    if (health !== undefined) opened.watch(health.write);
    result = await runTrials<Miss>({
      plan,
      order: askingOrder(plan, seed),
      begun: log.begun,
      laneOf: opened.laneOf,
      ask: async (trial: Trial, turn: Turn) => {
        const answer = await opened.ask(trial, turn);
        return isMiss(answer) ? answer : graded(answer);
      },
      append: async (line) => {
        await log.append(line);
        health?.saw(line);
      },
      load,
      seed,
      spending: { budget: money, worst: uses.worst, actual: uses.actual },
      maxErrorRate: manner.maxErrorRate,
      hopeless: input.hopeless,
      clock,
      during: opened.during,
      signal,
      onEvent: log.events.write,
      onChange: (state) => {
        display.update(standing(state));
      },
    });
  } catch (error) {
    failures.push(error);
  }
  display.end();
  // What is not in the log is not over: whoever goes on must count it as spent.
  if (!failures.some(isUnwritten))
    log.events.write({ event: "end", left: plan.length - log.begun.over(), used: money.used() });
  let said: readonly string[] = [];
  for (const close of [
    async () => {
      said = await opened.close();
    },
    log.close,
    async () => health?.close(),
  ]) {
    await close().catch((error: unknown) => failures.push(error));
  }
  return { ...result, budget: money, said, failure: failures.length === 0 ? undefined : { error: failures[0] } };
}

const ungraded = (line: Attempt): Attempt => line;
const isMiss = (answer: Attempt | { readonly miss: Miss }): answer is { readonly miss: Miss } => "miss" in answer;

const isUnwritten = (error: unknown): boolean => error instanceof UserError && error.kind === "write";
