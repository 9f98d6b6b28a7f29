import { type Box, type Panels, px, renderPanels } from "./panels.ts";

/** One curve: values ascending, above 0. */
export type Curve = { readonly series: 0 | 1 | 2; readonly values: readonly number[] };

export type Ecdf = Pick<Panels, "title" | "axis" | "from" | "to" | "ticks" | "notes"> & {
  readonly legend: readonly { readonly series: 0 | 1 | 2; readonly label: string }[];
  readonly panels: readonly { readonly label: string; readonly note: string; readonly curves: readonly Curve[] }[];
};

/** Shares that have a grid line, and a dot on each curve. */
const MARKED = [
  { share: 0.5, label: "p50" },
  { share: 0.9, label: "p90" },
] as const;

/** Steps lower than this, in pixels, are drawn as one. */
const LOWEST = 0.75;

/** Share of values at or below each time, a panel for each target on one logarithmic axis. */
export function renderEcdf(plot: Ecdf): string {
  return renderPanels({
    ...plot,
    scale: "log",
    margin: 30,
    taller: 0,
    legend: plot.legend.map(({ series, label }) => ({
      sign: `<line class="s${series}" x1="0" x2="16" y1="0" y2="0" stroke-width="2"/>`,
      label,
    })),
    panels: plot.panels.map(({ label, note, curves }) => ({
      label,
      note,
      draw: (box) => [...gridOf(box), ...curves.flatMap((curve) => curveOf(curve, box))],
    })),
  });
}

function gridOf(box: Box): string[] {
  return MARKED.map(({ share, label }) => {
    const y = px(height(box, share));
    return (
      `<line class="grid" x1="${box.left}" x2="${box.right}" y1="${y}" y2="${y}" stroke-dasharray="3 3"/>` +
      `<text class="soft" x="${box.left - 6}" y="${px(height(box, share) + 4.5)}" text-anchor="end">${label}</text>`
    );
  });
}

function curveOf({ series, values }: Curve, box: Box): string[] {
  const [first] = values;
  if (first === undefined) return [];
  const dots = MARKED.map(({ share }) => {
    const value = values[Math.ceil(share * values.length) - 1] ?? first;
    return `<circle class="s${series}" cx="${px(box.x(value))}" cy="${px(height(box, share))}" r="3"/>`;
  });
  return [`<path class="s${series}" d="${steps(values, box)}" stroke-width="1.5" style="fill:none"/>`, ...dots];
}

/** A stair from the bottom to the top; steps too low to be seen are joined. */
function steps(values: readonly number[], box: Box): string {
  const parts = [`M${px(box.x(values[0] ?? 0))} ${px(box.bottom)}`];
  let drawn = box.bottom;
  values.forEach((value, i) => {
    const y = height(box, (i + 1) / values.length);
    if (drawn - y < LOWEST && i < values.length - 1) return;
    parts.push(`H${px(box.x(value))}V${px(y)}`);
    drawn = y;
  });
  return parts.join("");
}

const height = ({ top, bottom }: Box, share: number): number => bottom - share * (bottom - top);
