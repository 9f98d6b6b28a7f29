import type { Retry } from "../../domain/condition.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { AskedTrial } from "./asked.ts";
import { effectFigures, languageFigures } from "./comparisons.ts";
import type { Figure, ValidityFigure } from "./figure.ts";
import { faultFigures, firstFigures } from "./first-answers.ts";
import { type Cell, type Group, groupsOf } from "./groups.ts";
import { type Policy, policiesOf, policyRows } from "./policies.ts";

export type ValidityOptions = {
  /** As in 0.95. */
  readonly confidence: number;
  /** Ways of asking again that were gone, in their order. Where every first answer was valid no trial tells of them. */
  readonly ways: readonly Retry[];
};

/**
 * Every figure of a run, by target, then of all tasks and of each, Korean, English, Korean − English: first answers under
 * each condition, what became of those that were not valid by each way of asking again, and what a success took. What
 * nothing is known of is left out.
 */
export const validityFigures = (trials: readonly AskedTrial[], options: ValidityOptions): ValidityFigure[] =>
  groupsOf(trials).flatMap((group) => groupFigures(group, options));

function groupFigures({ target, domain, cells }: Group, options: ValidityOptions): ValidityFigure[] {
  const [ko, en] = [sideOf(cells, "ko", domain, options), sideOf(cells, "en", domain, options)];
  const of = (lang: ValidityFigure["lang"], figures: readonly Figure[]): ValidityFigure[] =>
    figures.map((figure) => ({ ...figure, target, domain, lang }));
  return [
    ...of("ko", ko.figures),
    ...of("en", en.figures),
    ...of("ko-en", languageFigures(ko.policies, en.policies, options.confidence)),
  ];
}

function sideOf(
  cells: readonly Cell[],
  lang: Lang,
  domain: string,
  { confidence, ways }: ValidityOptions,
): { readonly policies: readonly Policy[]; readonly figures: readonly Figure[] } {
  const whole = domain === "all";
  const own = cells.filter((cell) => cell.lang === lang).map((cell) => ({ cell, policies: policiesOf(cell, ways) }));
  const all = own.flatMap(({ policies }) => policies);
  const figures = own.flatMap(({ cell, policies }) => [
    ...firstFigures(cell, confidence),
    ...policies.flatMap((policy) => policyRows(policy, whole, confidence)),
    ...(whole ? faultFigures(cell) : []),
  ]);
  return { policies: all, figures: [...figures, ...effectFigures(all, confidence)] };
}
