import { join } from "node:path";
import { readPrompts } from "../../dataset/prompts.ts";
import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { Trial } from "../../domain/trial.ts";
import { trialsOf } from "../../plan/trials.ts";
import type { Effects } from "../effects.ts";
import { liveTargets } from "../live/live-targets.ts";
import { readBooks } from "../read-books.ts";
import { loadSuite } from "../suites.ts";
import { coverage } from "../trials/coverage.ts";
import type { FirstLiveFlags } from "./flags.ts";
import { reachable } from "./reachable.ts";
import { countSteps, type Step, smokeStep, usualSmoke, within } from "./steps.ts";

export type FirstLivePlan = ReturnType<typeof within> & {
  readonly book: PriceBook;
  /** Variables of keys that are not set. */
  readonly without: readonly string[];
  /** Targets that are recorded live already, and are not asked again. */
  readonly recorded: readonly string[];
};

/** The suite whose prompts are asked. */
export const SUITE = "smoke";

/** What the reports lack and the keys can give, as far as the budget carries it. Nothing is asked yet. */
export async function planFirstLive(flags: FirstLiveFlags, today: Day, effects: Effects): Promise<FirstLivePlan> {
  const { root } = effects;
  const datasets = join(root, "datasets");
  const { book } = await readBooks({ target: [] }, effects);
  // Prices that have changed since the book count from their day on.
  const day = today > book.as_of ? today : book.as_of;
  const keys = await reachable(flags, effects);
  const suite = await loadSuite(root, SUITE);
  if (suite.kind !== "smoke") throw new Error(`${SUITE} asks no prompts`);
  const named = flags.target.length === 0 ? undefined : liveTargets(flags.target, book, day);
  if (named === undefined && keys.with.length === 0) throw noKeys(keys.without);
  const prompts = await readPrompts(datasets, suite.prompts);
  const trialsFor = (target: string): Trial[] => trialsOf({ suite, targets: [target], prompts });
  const recorded = await coverage(root, SUITE, trialsFor);
  const done = recorded.flatMap(({ target, origin, answered }) => (origin === "live" && answered ? [target] : []));
  const wanted = named ?? usualSmoke(book, day, keys.with).filter((target) => !done.includes(target));
  const counts = named === undefined ? await countSteps(datasets, book, day, keys.with) : [];
  const smoke = smokeSteps(trialsFor, wanted, book, day);
  return {
    ...within(flags.budgetUsd, [...counts, ...smoke]),
    book,
    without: keys.without,
    recorded: named === undefined ? done : [],
  };
}

function smokeSteps(
  trialsFor: (target: string) => readonly Trial[],
  targets: readonly string[],
  book: PriceBook,
  day: Day,
): Step[] {
  return targets.map((target) => {
    const model = servedOn(book, target, day);
    if (model === undefined) {
      throw new UserError("price", `The price book ${book.name} does not know ${target}, so its price has no bound.`, {
        fix: `Ask it without a bound: npm run eval -- --suite ${SUITE} --mode record --target ${target}`,
      });
    }
    return { ...smokeStep(trialsFor(target), model, day), target };
  });
}

const noKeys = (names: readonly string[]): UserError =>
  new UserError("usage", "There is no key of any vendor.", {
    fix: `Set ${names.join(", ")}, one is enough, or give a file of such lines with --keys FILE.`,
  });
