import { FAULTS, type FaultKind } from "../../domain/grade.ts";
import type { Metric } from "../../domain/measurement.ts";
import type { Answered } from "./asked.ts";
import { clusteredShare } from "./clustered-share.ts";
import { type Figure, figure } from "./figure.ts";
import type { Cell } from "./groups.ts";
import { byItem } from "./tally.ts";

/** The first answer of a trial with the number of its item. */
type First = { readonly item: number; readonly answer: Answered };

/**
 * How many trials were asked, how many of them the API never answered, and what first answers were like: JSON as they
 * came, usable once repaired, right. Every field is a try of its item, so that the share of right ones has the interval of
 * clustered trials too; answers in which no value was found are left out of it.
 */
export function firstFigures({ condition, trials }: Cell, confidence: number): Figure[] {
  const answers = trials.flatMap(({ item, trial: { first } }): First[] =>
    first === undefined ? [] : [{ item, answer: first }],
  );
  const graded = answers.filter(({ answer }) => (answer.fields?.all ?? 0) > 0);
  const share = (metric: Metric, hit: (answer: Answered) => boolean): Figure[] =>
    shareOf(metric, answers, (answer) => (hit(answer) ? 1 : 0), one);
  const shareOf = (
    metric: Metric,
    of: readonly First[],
    hits: (answer: Answered) => number,
    tries: (answer: Answered) => number,
  ): Figure[] => {
    const { item, sums } = byItem(of);
    const found = clusteredShare(
      sums(({ answer }) => hits(answer)),
      sums(({ answer }) => tries(answer)),
      confidence,
    );
    const ground = { condition, n: of.length, clusters: item.length, confidence };
    return figure(ground, metric, found?.value, found?.interval);
  };
  const clusters = new Set(trials.map(({ item }) => item)).size;
  const asked = { condition, n: trials.length, clusters, confidence };
  return [
    ...figure(asked, "trials", trials.length),
    ...figure(asked, "api_trouble", trials.length - answers.length),
    ...share("syntax_valid", ({ reading }) => reading === "raw"),
    ...share("repaired_valid", ({ repaired }) => repaired),
    ...shareOf(
      "field_accuracy",
      graded,
      ({ fields }) => fields?.right ?? 0,
      ({ fields }) => fields?.all ?? 0,
    ),
    ...share("answer_right", ({ valid, fields }) => valid && fields !== undefined && fields.right === fields.all),
  ];
}

/** Counts of first answers that were not valid by what decided it, in the order of the ladder. */
export function faultFigures({ condition, trials }: Cell): Figure[] {
  const counts = new Map<FaultKind, number>();
  let n = 0;
  for (const { first } of trials.map(({ trial }) => trial)) {
    if (first === undefined) continue;
    n++;
    if (!first.valid && first.decided !== undefined) counts.set(first.decided, (counts.get(first.decided) ?? 0) + 1);
  }
  return FAULTS.flatMap((fault): Figure[] => {
    const value = counts.get(fault);
    return value === undefined ? [] : [{ metric: "json_faults", condition: `${condition} ${fault}`, value, n }];
  });
}

const one = (): number => 1;
