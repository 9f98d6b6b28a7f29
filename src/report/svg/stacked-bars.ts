import { FILL_STYLE, type Fill, filled, patternsOf } from "./fills.ts";
import { type Box, type Panels, px, renderPanels } from "./panels.ts";
import { escapeXml, textWidth } from "./theme.ts";

/** A bar of parts that follow each other; without an end there is nothing to draw, and the end is written as it is told. */
export type Bar = {
  readonly label: string;
  readonly parts: readonly { readonly fill: Fill; readonly value: number }[];
  readonly end: string;
};

export type StackedBars = Pick<Panels, "title" | "axis" | "to" | "ticks" | "notes"> & {
  readonly legend: readonly { readonly fill: Fill; readonly label: string }[];
  readonly panels: readonly { readonly label: string; readonly note: string; readonly bars: readonly Bar[] }[];
};

const ROW = 18;
const THICK = 11;
/** Entries of the legend beside each other. */
const COLUMNS = 3;

/** Horizontal bars of parts from 0 on, a panel for each target on one axis. */
export function renderStackedBars(plot: StackedBars): string {
  const rows = plot.panels.map(({ bars }) => bars.length);
  return renderPanels({
    ...plot,
    style: FILL_STYLE,
    from: 0,
    scale: "linear",
    margin: labelRoom(plot.panels.flatMap(({ bars }) => bars)),
    tall: Math.max(1, ...rows) * ROW + 4,
    taller: 0,
    legendColumns: COLUMNS,
    patterns: patternsOf(plot.legend.map(({ fill }) => fill)),
    legend: plot.legend.map(({ fill, label }) => ({
      sign: `<rect ${filled(fill)} x="0" y="-5.5" width="16" height="${THICK}"/>`,
      label,
    })),
    panels: plot.panels.map(({ label, note, bars }) => ({
      label,
      note,
      draw: (box) => bars.flatMap((bar, i) => barOf(bar, box, box.top + 2 + (i + 0.5) * ROW)),
    })),
  });
}

/** Room for the longest label at the left of the rows of a panel; some fonts are wider than the estimate. */
export const labelRoom = (rows: readonly { readonly label: string }[]): number =>
  Math.ceil(1.12 * Math.max(0, ...rows.map(({ label }) => textWidth(label)))) + 8;

function barOf({ label, parts, end }: Bar, box: Box, middle: number): string[] {
  let from = 0;
  const drawn = parts.flatMap(({ fill, value }) => {
    const [left, right] = [box.x(from), box.x(from + value)];
    from += value;
    return value > 0
      ? `<rect ${filled(fill)} x="${px(left)}" y="${px(middle - THICK / 2)}" width="${px(right - left)}" height="${THICK}"/>`
      : [];
  });
  return [
    `<text class="soft" x="${box.left - 8}" y="${px(middle + 4.5)}" text-anchor="end">${escapeXml(label)}</text>`,
    ...drawn,
    `<text class="soft" x="${px(box.x(from) + 6)}" y="${px(middle + 4.5)}">${escapeXml(end)}</text>`,
  ];
}
