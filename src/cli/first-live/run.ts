import { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { PROVIDERS } from "../../provider/index.ts";
import { liveTransport } from "../../transport/live.ts";
import { countCommitted } from "../count/live-committed.ts";
import { type Effects, say } from "../effects.ts";
import { realClock } from "../live/clock.ts";
import type { CountMeans } from "../live/count-once.ts";
import { countersOf } from "../live/counter.ts";
import { runSuite } from "../run-suite.ts";
import { checkKeys } from "./check-keys.ts";
import type { FirstLiveFlags } from "./flags.ts";
import { planFirstLive, SUITE } from "./plan.ts";
import { RUN, remakeReports } from "./reports.ts";
import { showPlan } from "./shown.ts";
import { sayWhatToCommit } from "./to-commit.ts";

/** Plan and price, keys, counts, questions, reports, and what to commit. What fails on the way does not lose the rest. */
export async function firstLive(flags: FirstLiveFlags, effects: Effects): Promise<void> {
  const { stderr, signal } = effects;
  const plan = await planFirstLive(flags, Day.parse(new Date().toISOString().slice(0, 10)), effects);
  showPlan(plan, flags, effects);
  if (flags.dryRun === true || plan.taken.length === 0) return;

  const live = liveTransport({ now: realClock.now });
  const means: CountMeans = {
    live,
    clock: realClock,
    signal,
    onWait: (ms) => {
      say(stderr, `The vendor asks to wait ${Math.ceil(ms / 1000)} s.`);
    },
  };
  const failures: UserError[] = [];
  try {
    const targets = plan.taken.map(({ target }) => target);
    await checkKeys(targets, { ...flags, baseUrl: addressesOf(targets, flags) }, means, effects);
    for (const { what, target } of plan.taken) {
      if (what !== "count") continue;
      const [counter] = await countersOf([target], { ...flags, baseUrl: addressesOf([target], flags) }, effects);
      if (counter === undefined) continue;
      const own = { ...RUN, ...flags, target: [target], mode: "live", committed: true } as const;
      await keeping(failures, signal, () => countCommitted(counter, plan.book, own, effects, means));
    }
  } finally {
    await live.close();
  }
  const asked = plan.taken.flatMap(({ what, target }) => (what === "smoke" ? [target] : []));
  if (asked.length > 0) {
    const { keys, accept, progress } = flags;
    const baseUrl = addressesOf(asked, flags);
    // The budget holds for what is asked again too.
    const { budgetUsd } = flags;
    const how = { ...RUN, suite: SUITE, mode: "record", target: asked, baseUrl, accept, progress, budgetUsd };
    await keeping(failures, signal, () => runSuite([], keys === undefined ? how : { ...how, keys }, effects));
  }
  await keeping(failures, signal, () => remakeReports(effects));
  await sayWhatToCommit(asked, effects);
  // A secret that was found comes before all that merely failed.
  const [first, ...others] = failures.toSorted((a, b) => Number(b.kind === "secret") - Number(a.kind === "secret"));
  if (first === undefined) return;
  throw new UserError(first.kind, first.message, {
    details: [...first.details, ...others.flatMap(({ message, details }) => [message, ...details])],
    fix: "What was answered is kept. Run the same command again for the rest.",
    cause: first,
  });
}

/** Goes on after a failure that is told at the end; Ctrl-C ends all. */
async function keeping(failures: UserError[], signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    failures.push(error);
  }
}

/** The addresses of those targets' vendors: one of a vendor that is not asked this time is no mistake, one of nobody is. */
const addressesOf = (targets: readonly string[], { baseUrl }: FirstLiveFlags): string[] => {
  const asked = new Set(targets.map((target) => target.split("/")[0]));
  const others = new Set(PROVIDERS.flatMap(({ name }) => (asked.has(name) ? [] : [name])));
  return baseUrl.filter((url) => !others.has(url.split("=", 1)[0] ?? ""));
};
