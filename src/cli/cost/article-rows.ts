import { scenarioUsd } from "../../cost/checks/scenarios.ts";
import type { World } from "../../cost/checks/world.ts";
import type { Day } from "../../domain/date.ts";
import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { type PriceBook, periodOn } from "../../domain/price/book.ts";
import type { Scenario } from "../../domain/scenario.ts";
import { COST_SUITE } from "./rows.ts";

/**
 * The article's own months: `<book>/<scenario>:total` as it prints them (the same tokens for every model), and
 * `…:sent` as they are billed, with history and system prompt resent, at the record's prices of that day.
 */
export function articleRows(
  printed: PriceBook,
  record: PriceBook,
  today: Day,
  scenarios: readonly Scenario[],
  run: string,
): Measurement[] {
  const world: World = {
    printed,
    then: printed.as_of,
    record,
    today,
    scenarioOf: () => {
      throw new Error("not asked");
    },
  };
  return scenarios.flatMap((scenario) =>
    scenario.printed === undefined
      ? []
      : printed.models.flatMap(({ target }): Measurement[] => {
          const known = record.models.find((model) => model.target === target);
          if (known === undefined || periodOn(known, printed.as_of) === undefined) return [];
          const usd = scenarioUsd(scenario, target, "total", world);
          const row = (condition: string, value: number): Measurement => ({
            suite: COST_SUITE,
            metric: "usd_per_month",
            unit: METRICS.usd_per_month.unit,
            target,
            domain: ALL_DOMAINS,
            lang: "ko",
            condition: `${printed.name}/${scenario.name}:${condition}`,
            value,
            evidence: "published",
            source: `prices/${printed.name}; prices/${record.name}; tokens as printed`,
            price_date: printed.as_of,
            run,
          });
          return [row("total", usd.printed.toNumber()), row("sent", usd.corrected.toNumber())];
        }),
  );
}
