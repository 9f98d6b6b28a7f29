import { type Box, type Panels, placing, px, renderPanels, type Tick } from "./panels.ts";
import { escapeXml } from "./theme.ts";

/** A value at a moment; without a value it failed. */
export type Moment = { readonly series: 0 | 1 | 2; readonly at: number; readonly value: number | undefined };

export type Timeline = Pick<Panels, "title" | "axis" | "from" | "to" | "ticks" | "notes"> & {
  /** The logarithmic axis of the values, shared by all panels. */
  readonly values: { readonly from: number; readonly to: number; readonly ticks: readonly Tick[] };
  readonly legend: readonly { readonly series: 0 | 1 | 2; readonly label: string }[];
  /** What a mark on the strip below means, in full and in short. */
  readonly failed: { readonly label: string; readonly mark: string };
  readonly panels: readonly { readonly label: string; readonly note: string; readonly moments: readonly Moment[] }[];
};

/** The strip of failures below the values, in pixels. */
const RUG = 16;
const SERIES = [0, 1, 2] as const;

/** Values over the time of the run, a panel for each target on shared axes; failures are marks on a strip below. */
export function renderTimeline(plot: Timeline): string {
  const failures = plot.panels.some(({ moments }) => moments.some(({ value }) => value === undefined));
  return renderPanels({
    ...plot,
    scale: "linear",
    margin: 56,
    taller: failures ? RUG + 8 : 8,
    legend: [
      ...plot.legend.map(({ series, label }) => ({
        sign: `<circle class="s${series}" cx="8" cy="0" r="3"/>`,
        label,
      })),
      ...(failures
        ? [{ sign: '<path class="s2" d="M5 -5v10M11 -5v10" stroke-width="1.5"/>', label: plot.failed.label }]
        : []),
    ],
    panels: plot.panels.map(({ label, note, moments }) => ({
      label,
      note,
      draw: (box) => {
        const base = failures ? box.bottom - RUG : box.bottom;
        return [
          ...gridOf(plot, box, base),
          ...(failures ? stripOf(plot.failed.mark, box, base) : []),
          ...SERIES.flatMap((series) => marksOf(series, moments, plot, box, base)),
        ];
      },
    })),
  });
}

const heightIn = ({ values }: Timeline, top: number, base: number): ((value: number) => number) => {
  const place = placing("log", values.from, values.to);
  // Room above and below for half a dot and half the label of a grid line.
  return (value) => base - 6 - place(value) * (base - top - 14);
};

function gridOf(plot: Timeline, box: Box, base: number): string[] {
  const y = heightIn(plot, box.top, base);
  return plot.values.ticks.map(
    ({ at, label }) =>
      `<line class="grid" x1="${box.left}" x2="${box.right}" y1="${px(y(at))}" y2="${px(y(at))}" stroke-dasharray="3 3"/>` +
      `<text class="soft" x="${box.left - 6}" y="${px(y(at) + 4.5)}" text-anchor="end">${escapeXml(label)}</text>`,
  );
}

const stripOf = (mark: string, box: Box, base: number): string[] => [
  `<line class="grid" x1="${box.left}" x2="${box.right}" y1="${base}" y2="${base}"/>` +
    `<text class="soft" x="${box.left - 6}" y="${base + 13}" text-anchor="end">${escapeXml(mark)}</text>`,
];

/** All dots of a series as one path, and its failures as another: a tenth of the bytes of an element each. */
function marksOf(series: 0 | 1 | 2, moments: readonly Moment[], plot: Timeline, box: Box, base: number): string[] {
  const own = moments.filter((moment) => moment.series === series);
  const y = heightIn(plot, box.top, base);
  const dots = own.flatMap(({ at, value }) => (value === undefined ? [] : `M${px(box.x(at))} ${px(y(value))}h.01`));
  const failed = own.flatMap(({ at, value }) =>
    value === undefined ? `M${px(box.x(at))} ${base + 4}v${RUG - 7}` : [],
  );
  return [
    ...(dots.length === 0
      ? []
      : [
          `<path class="s${series}" d="${dots.join("")}" stroke-width="4" stroke-linecap="round" stroke-opacity="0.7"/>`,
        ]),
    ...(failed.length === 0 ? [] : [`<path class="s${series}" d="${failed.join("")}" stroke-width="1.5"/>`]),
  ];
}
