import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { renderDotPanels } from "../svg/dot-panels.ts";
import { renderStackedBars } from "../svg/stacked-bars.ts";
import type { ValidityFacts } from "./facts.ts";
import { faultsOf } from "./faults-chart.ts";
import { crossedOf, faultsIn } from "./lines.ts";
import { validOf } from "./valid-chart.ts";
import type { ValidityWording } from "./wording.ts";

const fileOf = (name: string, { locale }: ValidityWording): string =>
  `charts/${name}${locale === "ko" ? ".ko" : ""}.svg`;

/** The pictures of the report by file, relative to its folder. */
export function validityCharts(
  rows: Rows,
  facts: ValidityFacts,
  words: ValidityWording,
): (readonly [string, string])[] {
  return [
    ...(hasValid(rows, facts) ? [[fileOf("valid", words), renderDotPanels(validOf(rows, facts, words))] as const] : []),
    ...(hasFaults(rows, facts)
      ? [[fileOf("faults", words), renderStackedBars(faultsOf(rows, facts, words))] as const]
      : []),
  ];
}

/** Where the first of them stands in the report, and how to read it. */
export const validChartBlocks = (rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] =>
  hasValid(rows, facts) ? [{ kind: "chart", file: fileOf("valid", words), alt: words.charts.validAlt }] : [];

export const faultChartBlocks = (rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] =>
  hasFaults(rows, facts) ? [{ kind: "chart", file: fileOf("faults", words), alt: words.charts.faultsAlt }] : [];

const hasFaults = (rows: Rows, facts: ValidityFacts): boolean =>
  faultsIn(rows, crossedOf(facts)).length > 0 && hasValid(rows, facts);

/** Whether there is a figure of any mode that is drawn. */
function hasValid(rows: Rows, facts: ValidityFacts): boolean {
  const names = crossedOf(facts).map(({ name }) => name);
  return rows.all.some(
    ({ metric, lang, value, condition = "" }) =>
      metric === "first_try_valid" && lang !== "ko-en" && value !== undefined && names.includes(condition),
  );
}
