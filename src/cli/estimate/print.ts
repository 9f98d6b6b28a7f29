import { type Exact, exact } from "../../cost/money.ts";
import { fixed, range, significant, UNKNOWN } from "../../report/format.ts";
import { paintFor } from "../colour.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";
import { budgetFit } from "./budget.ts";
import type { Estimated } from "./estimated.ts";
import { pricedUsd, type TargetEstimate } from "./figures.ts";
import type { InputTokens } from "./input-tokens.ts";
import { WORDS } from "./words.ts";

type Locale = keyof typeof WORDS;

/** A suite that asks no model. */
export const offlineText = (suite: string, locale: Locale): string => WORDS[locale].offline(suite);

/** The sum in a sentence, a line for each target, and what the figures mean. */
export function printEstimate(done: Estimated, locale: Locale, { stdout, env }: Effects): void {
  const { suite, estimate, books } = done;
  const words = WORDS[locale];
  const { targets, requests, usd } = estimate;
  const lead = words.lead(suite, fixed(requests, 0), targets.length, usd && upward(usd), books.day);
  say(stdout, `${paintFor(stdout, env).bold(lead)}\n`);
  const rows = [...targets, { ...estimate, target: words.total }].map(rowOf);
  say(stdout, `${table(words.columns, rows, ["left", "right", "right", "right", "right"])}\n`);
  for (const note of notes(done, locale)) say(stdout, note);
}

const rowOf = ({
  target,
  requests,
  input,
  output,
  usd,
}: Pick<TargetEstimate, "target" | "requests" | "input" | "output" | "usd">): string[] => [
  target,
  fixed(requests, 0),
  inputText(input),
  fixed(output, 0),
  usd === undefined ? UNKNOWN : upward(usd),
];

const inputText = ({ low, high }: InputTokens): string =>
  low === undefined ? `≤ ${fixed(high, 0)}` : range(fixed(low, 0), fixed(high, 0));

function notes(
  { estimate, follows, books, attempts, budgetUsd, notInstalled, rangeInKorean }: Estimated,
  locale: Locale,
): string[] {
  const words = WORDS[locale];
  const { book, day } = books;
  const { targets, requests, usd } = estimate;
  const seen = new Set(targets.map(({ input }) => input.evidence));
  const unpriced = targets.filter((each) => each.usd === undefined);
  const gone = targets.flatMap(({ target, off }) => (off === undefined ? [] : [words.since(target, off)]));
  // With what may follow, which is asked again too where it breaks off.
  const ceiling = follows === undefined ? usd : usd && follows.usd?.plus(usd);
  const anyPrice = unpriced.length < targets.length;
  return [
    ...(seen.has("exact") || seen.has("live") ? [words.exact] : []),
    ...(seen.has("live") ? [words.live] : []),
    ...(seen.has("assumed") ? [words.assumed] : []),
    ...(seen.has("bound") ? [words.bound] : []),
    ...(rangeInKorean ? [words.inKorean] : []),
    ...(notInstalled.length === 0 ? [] : [words.notInstalled(notInstalled.join(", "))]),
    ...targets.flatMap(({ target, served }) => (served === undefined ? [] : [words.served(target, served, day)])),
    ...(gone.length === 0 ? [] : [words.off(gone.join(", "))]),
    ...unpriced.map(({ target, known }) => words.unpriced(target, book.name, day, known)),
    ...(unpriced.length > 0 && anyPrice ? [words.others(upward(pricedUsd(estimate)))] : []),
    ...(anyPrice ? [words.atMost] : []),
    ...(follows === undefined ? [] : [words.follows(fixed(follows.requests, 0), follows.usd && upward(follows.usd))]),
    ...(attempts > 1 ? [words.retries(attempts, ceiling && upward(ceiling.times(attempts)))] : []),
    ...(budgetUsd === undefined ? [] : [budgetText()]),
    words.modes,
  ];

  function budgetText(): string {
    const amount = exact(budgetUsd ?? 0).toFixed();
    const fit = budgetUsd === undefined ? undefined : budgetFit(estimate, follows, budgetUsd, attempts);
    if (fit === undefined) return words.budget.unknown(amount);
    return words.budget[fit.fits](amount, fixed(fit.requests, 0), fixed(requests, 0));
  }
}

/** A whole multiple of a cent from a dollar on, three digits below; never rounded down, or it would be no bound. */
function upward(usd: Exact): string {
  const CEILING = 2;
  return usd.lt(1) ? significant(usd.sd(3, CEILING).toNumber(), 3) : fixed(usd.dp(2, CEILING).toNumber(), 2);
}
