import { BASE, type Retry } from "../../domain/condition.ts";
import type { Interval } from "../bootstrap.ts";
import type { Answered, AskedTrial } from "./asked.ts";
import { clusteredShare } from "./clustered-share.ts";
import { type Figure, figure } from "./figure.ts";
import type { Cell, Numbered } from "./groups.ts";
import { policyFigures } from "./policy.ts";
import { sumOf } from "./sum.ts";
import { type Tally, type Trial, tallied } from "./tally.ts";

/** Trials of a cell as they ended without asking again, or by one way of it. */
export type Policy = {
  /** As in `prompt again`; without asking again that of the cell. */
  readonly condition: string;
  readonly way: Retry | undefined;
  readonly tally: Tally;
  /** With the trials that the API broke off, all of them never valid and all of them valid; undefined where it broke off none. */
  readonly bounds: { readonly least: Tally; readonly most: Tally } | undefined;
};

/**
 * The first answers by themselves, and under the base each way that was gone: all of them share those first answers. Only
 * a trial that failed at first can be broken off by the API, so a way that misses some looks the better for it: its n
 * tells, and its bounds.
 */
export function policiesOf({ condition, trials }: Cell, ways: readonly Retry[]): Policy[] {
  const gone = condition === BASE.name ? ways : [];
  return [undefined, ...gone].flatMap((way) => {
    const own = trials.flatMap((each) => endOf(each, way) ?? []);
    if (own.length === 0) return [];
    const bounds = way === undefined ? undefined : boundsOf(trials, way, own);
    return [{ condition: way === undefined ? condition : `${condition} ${way}`, way, tally: tallied(own), bounds }];
  });
}

function boundsOf(trials: readonly Numbered[], way: Retry, known: readonly Trial[]): Policy["bounds"] {
  const broken = trials.flatMap((each) => {
    const first = endOf(each, way) === undefined ? endOf(each, undefined) : undefined;
    return first ?? [];
  });
  if (broken.length === 0) return undefined;
  return {
    least: tallied([...known, ...broken]),
    most: tallied([...known, ...broken.map((trial) => ({ ...trial, finalValid: true }))]),
  };
}

/** The interval of a share in the end: over all that trials which were broken off may have come to. */
function endInterval({ tally, bounds }: Pick<Policy, "tally" | "bounds">, confidence: number): Interval | undefined {
  const of = ({ finalValid, trials }: Tally): Interval | undefined =>
    clusteredShare(finalValid, trials, confidence)?.interval;
  // Of too few items that are known there is none, however many were broken off.
  const known = of(tally);
  if (known === undefined || bounds === undefined) return known;
  const [low, high] = [of(bounds.least), of(bounds.most)];
  return low && high && { low: low.low, high: high.high };
}

/** Undefined where the API never answered or broke the way off. */
function endOf({ item, trial }: Numbered, way: Retry | undefined): Trial | undefined {
  const answers = answersOf(trial, way);
  const first = answers?.[0];
  if (answers === undefined || first === undefined) return undefined;
  return {
    item,
    attempts: answers.length,
    firstValid: first.valid,
    finalValid: answers.some(({ valid }) => valid),
    tokens: total(answers, ({ tokens }) => tokens),
    usd: total(answers, ({ usd }) => usd),
    firstTokens: first.tokens,
    firstUsd: first.usd,
  };
}

function answersOf({ first, after }: AskedTrial, way: Retry | undefined): readonly Answered[] | undefined {
  if (first === undefined || way === undefined || first.valid) return first && [first];
  const more = after[way];
  return more && [first, ...more];
}

function total(answers: readonly Answered[], of: (answer: Answered) => number | undefined): number | undefined {
  const sum = sumOf(answers.map((answer) => of(answer) ?? Number.NaN));
  return Number.isNaN(sum) ? undefined : sum;
}

/**
 * What a policy came to. What a valid answer took stands under every condition, what became of trials in the end only
 * where it can be more than the first answer: under the base and its ways. The article's formula stands beside all tasks.
 */
export function policyRows({ condition, way, tally, bounds }: Policy, whole: boolean, confidence: number): Figure[] {
  const found = policyFigures(tally, confidence);
  if (found === undefined) return [];
  const ground = { condition, n: sumOf(tally.trials), clusters: tally.item.length, confidence };
  const { firstValid, finalValid, unresolved, attempts, tokens, usd, article } = found;
  const valid = endInterval({ tally, bounds }, confidence);
  const ended = [
    ...figure(ground, "final_valid", finalValid.value, valid),
    ...figure(ground, "unresolved_share", unresolved.value, valid && { low: 1 - valid.high, high: 1 - valid.low }),
  ];
  const extra = [...figure(ground, "extra_tokens", found.extraTokens), ...figure(ground, "extra_usd", found.extraUsd)];
  return [
    ...(way === undefined ? figure(ground, "first_try_valid", firstValid.value, firstValid.interval) : []),
    ...(way === undefined && whole ? figure(ground, "within_item", found.withinItem) : []),
    ...(way !== undefined || condition === BASE.name ? ended : []),
    ...figure(ground, "attempts_per_success", attempts?.value, attempts?.interval),
    ...figure(ground, "tokens_per_success", tokens?.value, tokens?.interval),
    ...figure(ground, "usd_per_success", usd?.value, usd?.interval),
    ...(way === undefined ? [] : extra),
    ...(whole ? figure(ground, "article_usd_per_success", article?.usd) : []),
    ...(whole ? figure(ground, "article_error", article && article.error * 100) : []),
  ];
}
