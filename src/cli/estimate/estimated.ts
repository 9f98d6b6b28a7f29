import { join } from "node:path";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import { didYouMean } from "../../domain/suggest.ts";
import type { AskingSuite } from "../../domain/suite.ts";
import { repeated } from "../../plan/repeated.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import { casesOf, planOf } from "../asking/cases.ts";
import { refuseForeign } from "../asking/refused-flags.ts";
import type { Effects } from "../effects.ts";
import { liveTargets } from "../live/live-targets.ts";
import { targetParts } from "../live/target-parts.ts";
import { type Books, readBooks } from "../read-books.ts";
import type { RunFlags } from "../run-flags.ts";
import { mannerOf } from "../runs/load.ts";
import { type Estimate, estimateOf, targetEstimate } from "./figures.ts";
import { type FollowEstimate, followEstimate } from "./follows.ts";
import { inputCounter } from "./input-tokens.ts";

/** What is shown: the figures, and what they depend on. */
export type Estimated = {
  readonly suite: string;
  readonly estimate: Estimate;
  /** Beside that: what may follow answers that are not valid. */
  readonly follows: FollowEstimate | undefined;
  readonly books: Books;
  /** Most attempts of a request. */
  readonly attempts: number;
  readonly budgetUsd: number | undefined;
  /** Public tokenizers whose vocabulary is not installed. */
  readonly notInstalled: readonly string[];
  /** True where --lang ko would show a range in place of a bound. */
  readonly rangeInKorean: boolean;
};

/** The figures of a run of a suite that asks models, from its flags. */
export async function estimated(suite: AskingSuite, flags: RunFlags, effects: Effects): Promise<Estimated> {
  refuseForeign(suite, flags);
  const { root, signal, vocabularies } = effects;
  const { lang, limit, repeat, trials } = flags;
  const { attempts } = mannerOf(flags, "live");
  const datasets = join(root, "datasets");
  const books = await readBooks({ ...flags, target: [] }, effects, suite.prices);
  const { book, day, assumptions } = books;
  const targets = flags.target.length === 0 ? suite.targets : namedTargets(flags.target, books);
  const cases = await casesOf(suite, flags, root);
  // A number before each question is as long in all of them.
  const plan = planOf(suite, cases, targets, { limit, repeat, trials, salt: "estimate" });
  const requests = repeated(plan);
  const tokenizerIn = tokenizersIn(book);
  // Of a name that is handed on, by whoever answers to it.
  const tokenizerOf = (target: string): ReturnType<typeof tokenizerIn> =>
    tokenizerIn(servedOn(book, target, day)?.target ?? target);
  const counter = await inputCounter(
    targets.flatMap((target) => tokenizerOf(target) ?? []),
    requests,
    assumptions,
    { engine: flags.tokenizerEngine, signal, vocabularies, counts: join(datasets, "counts") },
  );
  const figures = targets.map((target) => {
    const own = requests.filter(({ trial }) => trial.target === target);
    return targetEstimate(target, own, counter.count(tokenizerOf(target), own), book, day);
  });
  return {
    suite: suite.name,
    estimate: estimateOf(figures),
    follows: followEstimate(plan, book, day),
    books,
    attempts,
    budgetUsd: flags.budgetUsd,
    notInstalled: counter.notInstalled,
    rangeInKorean:
      lang === undefined &&
      figures.some(
        ({ target, input }) =>
          input.evidence === "bound" && (tokenizerOf(target)?.id ?? "") in assumptions.tokens_per_ko_char,
      ),
  };
}

/** As in live mode, but a name that is almost one of the book is taken for a slip: nobody is there to refuse it. */
function namedTargets(patterns: readonly string[], { book, day }: Books): string[] {
  const targets = liveTargets(patterns, book, day);
  for (const target of targets) {
    targetParts(target);
    refuseSlip(target, book);
  }
  return targets;
}

/** Letters in which a slip of the keyboard differs from what was meant. */
const SLIP = 2;

function refuseSlip(target: string, { name, models }: PriceBook): void {
  const known = models.map((model) => model.target);
  const meant = known.includes(target) ? undefined : didYouMean(target, known, SLIP);
  if (meant === undefined) return;
  throw new UserError("usage", `The price book ${name} does not know ${target}. Did you mean "${meant}"?`, {
    fix: "`list targets` prints all; give the rates of a new model with --price FILE.",
  });
}
