import type { Retry } from "../../../src/domain/condition.ts";
import type { AskedTrial } from "../../../src/measure/validity/asked.ts";
import type { ValidityFigure } from "../../../src/measure/validity/figure.ts";
import { validityFigures } from "../../../src/measure/validity/figures.ts";
import { FENCED, trial } from "./asked-trials.ts";

export const FAILED = { first: FENCED };

export const figures = (trials: readonly AskedTrial[], ways: readonly Retry[] = []): ValidityFigure[] =>
  validityFigures(trials, { confidence: 0.95, ways });

/** One of all tasks, in Korean under the base if nothing else is said. */
export const wanted = (
  all: readonly ValidityFigure[],
  metric: string,
  condition = "prompt",
  lang = "ko",
): ValidityFigure | undefined =>
  all.find(
    (each) => each.metric === metric && each.condition === condition && each.lang === lang && each.domain === "all",
  );

/** So many items, with these trials in turn. */
export const cycle = (items: number, kinds: readonly Partial<AskedTrial>[]): AskedTrial[] =>
  Array.from({ length: items }, (_, at) => trial(`order-${at}`, kinds[at % kinds.length]));
