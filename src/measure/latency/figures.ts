import type { Slo } from "../../domain/suite.ts";
import type { UsdOf } from "../spent.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import { countFigures } from "./counts.ts";
import { differenceFigures } from "./differences.ts";
import { failureFigures } from "./failure-rates.ts";
import type { Confidence, Figure, LatencyFigure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { servedBy } from "./population.ts";
import { serviceFigures, steadyOf, throughputFigures } from "./service-levels.ts";
import { steadyPart } from "./steady.ts";
import { responseFigures, timeFigures } from "./times.ts";
import { outputTokens, tokenFigures } from "./tokens.ts";

export type FigureOptions = Confidence & {
  readonly slos: readonly Slo[];
  readonly usdOf: UsdOf;
  /** 1 for rows of attempts that were under way while their client was late; undefined where nobody watched it. */
  readonly late: Uint8Array | undefined;
};

/**
 * Every figure of a run, by target and language in the order of the plan: counts, times and speeds of first attempts,
 * failures, service levels, tokens and money; then Korean − English. What nothing is known of is left out.
 */
export function latencyFigures(table: AttemptTable, groups: readonly Group[], options: FigureOptions): LatencyFigure[] {
  const targets = [...new Set(groups.map(({ target }) => target))];
  return targets.flatMap((target) => {
    const own = groups.filter((group) => group.target === target);
    const models = servedBy(table, own);
    const steady = steadyOf(table, own, steadyPart);
    const sides = own.flatMap((group) =>
      [
        ...countFigures(table, group),
        ...lateFigures(group, options.late),
        ...timeFigures(table, group, models, options.confidence),
        ...responseFigures(table, group, models, options.confidence),
        ...failureFigures(table, group, options.confidence),
        ...serviceFigures(table, group, options.slos, steady, options.confidence),
        ...throughputFigures(table, group, steady, (row) => outputTokens(table.columns, row)),
        ...tokenFigures(table, group, options.usdOf),
      ].map((figure) => ({ ...figure, target, lang: group.lang })),
    );
    const [ko, en] = [own.find(({ lang }) => lang === "ko"), own.find(({ lang }) => lang === "en")];
    const between = ko === undefined || en === undefined ? [] : differenceFigures(table, ko, en, models, options);
    return [...sides, ...between.map((figure) => ({ ...figure, target, lang: "ko-en" as const }))];
  });
}

function lateFigures({ first }: Group, late: Uint8Array | undefined): Figure[] {
  if (late === undefined) return [];
  return [{ metric: "client_limited", value: first.reduce((sum, row) => sum + (late[row] ?? 0), 0), n: first.length }];
}
