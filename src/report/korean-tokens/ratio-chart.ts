import type { Measurement } from "../../domain/measurement.ts";
import { outsideDomain } from "../../domain/outside.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { middle } from "../cells.ts";
import { fixed } from "../format.ts";
import type { Rows } from "../rows.ts";
import type { DotPlot, Mark } from "../svg/dot-plot.ts";
import type { Facts } from "./facts.ts";
import type { Wording } from "./wording.ts";

/** Ratios above this would squeeze all others together; they are named below the chart instead. */
const WIDEST = 3;
const SERIES = [0, 1, 2] as const;
/** Steps between grid lines, and how many lines a reader can take in. */
const STEPS = [0.25, 0.5, 1, 2, 5, 10];
const MOST_LINES = 8;

/** Ratio per domain, with the outside corpora below, a colour for each tokenizer. */
export function ratioChart(rows: Rows, facts: Facts, words: Wording): DotPlot {
  const ratio = (id: string, domain: string): Measurement | undefined =>
    rows.find({ metric: "token_ratio", tokenizer: id, domain });
  const fits = ({ id }: { readonly id: string }): boolean => middle(ratio(id, ALL_DOMAINS)) <= WIDEST;
  const drawn = facts.tokenizers.filter(fits).slice(0, SERIES.length);
  const hidden = facts.tokenizers.filter((entry) => !fits(entry));
  const domains = [
    ...[ALL_DOMAINS, ...facts.domains].map((name) => ({ name, label: words.domain(name) })),
    ...facts.outside.map(({ name, title, title_ko }) => ({
      name: outsideDomain(name),
      label: words.locale === "ko" ? title_ko : title,
    })),
  ];
  const marked = domains.map(({ name, label }) => ({
    label,
    marks: drawn.map(({ id }, i): Mark => {
      const row = ratio(id, name);
      return { series: SERIES[i] ?? 0, value: row?.value, low: row?.low, high: row?.high };
    }),
  }));
  const ends = marked.flatMap(({ marks }) => marks.flatMap(({ value, low, high }) => [value, low, high]));
  return {
    title: words.ratioChart.title,
    axis: words.ratioChart.axis,
    scale: "linear",
    ticks: ticksOver(ends.filter((end) => end !== undefined)),
    legend: drawn.map((entry, i) => ({
      series: SERIES[i] ?? 0,
      label: words.tokenizer(entry),
      shape: "dot",
    })),
    band: { from: 1.5, to: 2, label: words.ratioChart.band },
    rows: marked,
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

/** Grid lines over all values, and over 1 to 2, which every reader looks for. */
function ticksOver(ends: readonly number[]): DotPlot["ticks"] {
  const low = Math.min(1, ...ends);
  const high = Math.max(2, ...ends);
  const step = STEPS.find((size) => (high - low) / size <= MOST_LINES) ?? (high - low) / MOST_LINES;
  const first = Math.floor(low / step) * step;
  const count = Math.ceil((high - first) / step);
  return Array.from({ length: count + 1 }, (_, i) => ({ at: first + i * step, label: fixed(first + i * step, 2) }));
}
