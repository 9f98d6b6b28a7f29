import { ALL_DOMAINS } from "../../domain/pair.ts";
import { fixed } from "../format.ts";
import type { Rows } from "../rows.ts";
import { type DotPlot, type Mark, renderDotPlot } from "../svg/dot-plot.ts";
import { middle } from "./cells.ts";
import { targetsByCost } from "./cost-tables.ts";
import type { Facts } from "./facts.ts";
import type { Wording } from "./wording.ts";

/** Ratios above this would squeeze all others together; they are named below the chart instead. */
const WIDEST = 3;
const SERIES = [0, 1, 2] as const;

/** Charts of the report by file name, relative to it. */
export function chartsOf(rows: Rows, facts: Facts, words: Wording): ReadonlyMap<string, string> {
  const suffix = words.locale === "ko" ? ".ko" : "";
  return new Map([
    [`charts/token-ratio${suffix}.svg`, renderDotPlot(ratioChart(rows, facts, words))],
    [`charts/cost${suffix}.svg`, renderDotPlot(costChart(rows, facts, words))],
  ]);
}

function ratioChart(rows: Rows, facts: Facts, words: Wording): DotPlot {
  const ratio = (id: string, domain: string): ReturnType<Rows["find"]> =>
    rows.find({ metric: "token_ratio", tokenizer: id, domain });
  const fits = (id: string): boolean => middle(ratio(id, ALL_DOMAINS)) <= WIDEST;
  const drawn = facts.tokenizers.filter(({ id }) => fits(id)).slice(0, SERIES.length);
  const hidden = facts.tokenizers.filter(({ id }) => !drawn.some((other) => other.id === id));
  const domains = [ALL_DOMAINS, ...facts.domains];
  const highest = Math.max(
    2,
    ...domains.flatMap((domain) => drawn.map(({ id }) => ratio(id, domain)?.high ?? ratio(id, domain)?.value ?? 0)),
  );
  const lowest = Math.min(
    1,
    ...domains.flatMap((domain) => drawn.map(({ id }) => ratio(id, domain)?.low ?? ratio(id, domain)?.value ?? 1)),
  );
  const first = Math.floor(lowest * 4) / 4;
  const steps = Math.ceil((highest - first) / 0.25);
  return {
    title: words.ratioChart.title,
    axis: words.ratioChart.axis,
    scale: "linear",
    ticks: Array.from({ length: steps + 1 }, (_, i) => ({ at: first + i * 0.25, label: fixed(first + i * 0.25, 2) })),
    legend: drawn.map(({ id, title }, i) => ({
      series: SERIES[i] ?? 0,
      label: words.tokenizer(id, title),
      shape: "dot",
    })),
    band: { from: 1.5, to: 2, label: words.ratioChart.band },
    rows: domains.map((domain) => ({
      label: words.domain(domain),
      marks: drawn.map(({ id }, i): Mark => {
        const row = ratio(id, domain);
        return { series: SERIES[i] ?? 0, value: row?.value, low: row?.low, high: row?.high };
      }),
    })),
    notes:
      hidden.length === 0
        ? []
        : [
            words.ratioChart.note(
              hidden.map(({ id }) => `${id} ${fixed(ratio(id, ALL_DOMAINS)?.value, 2)}`).join(", "),
            ),
          ],
  };
}

/** Targets that their vendor still sells without an end date, cheapest first. */
function costChart(rows: Rows, facts: Facts, words: Wording): DotPlot {
  const kept = new Set(
    facts.book.models.flatMap(({ target, lifecycle }) => (lifecycle.status === "deprecated" ? [] : [target])),
  );
  const targets = targetsByCost(rows, facts).filter((target) => kept.has(target));
  const marks = targets.map((target): Mark => {
    const [read, written] = (["input", "output"] as const).map((condition) =>
      rows.find({ metric: "usd_per_1k_ko_chars", target, condition, price_date: facts.day }),
    );
    const sum = (name: "value" | "low" | "high"): number | undefined => {
      const parts = [read?.[name], written?.[name]];
      return parts[0] === undefined || parts[1] === undefined ? undefined : parts[0] + parts[1];
    };
    return { series: sum("value") === undefined ? 1 : 0, value: sum("value"), low: sum("low"), high: sum("high") };
  });
  const ends = marks.flatMap(({ value, low, high }) => [value, low, high].filter((end) => end !== undefined));
  const first = Math.floor(Math.log10(Math.min(...ends, 1)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...ends, 1e-6))));
  return {
    title: words.costChart.title,
    axis: words.costChart.axis,
    scale: "log",
    ticks: Array.from({ length: last - first + 1 }, (_, i) => ({
      at: 10 ** (first + i),
      label: `$${(10 ** (first + i)).toFixed(Math.max(0, -first - i))}`,
    })),
    legend: [
      { series: 0, label: words.costChart.exact, shape: "dot" },
      { series: 1, label: words.costChart.assumed, shape: "bar" },
    ],
    band: undefined,
    rows: targets.map((target, i) => ({ label: target, marks: marks.slice(i, i + 1) })),
    notes: [],
  };
}
