import { UNKNOWN } from "../format.ts";
import { type Box, type Panels, px, renderPanels } from "./panels.ts";
import { labelRoom } from "./stacked-bars.ts";
import { escapeXml } from "./theme.ts";

/** A dot with its interval, where there is one. */
export type Dot = {
  readonly series: 0 | 1 | 2;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

export type DotPanels = Pick<Panels, "title" | "axis" | "from" | "to" | "ticks" | "notes"> & {
  readonly legend: readonly { readonly series: 0 | 1 | 2; readonly label: string }[];
  readonly panels: readonly {
    readonly label: string;
    readonly note: string;
    readonly rows: readonly { readonly label: string; readonly dots: readonly Dot[] }[];
  }[];
};

const ROW = 26;
/** Between dots of one row, so that their intervals do not lie on each other. */
const APART = 9;

/** Dots with intervals in rows, a panel for each target on one axis. */
export function renderDotPanels(plot: DotPanels): string {
  const rows = plot.panels.map((panel) => panel.rows.length);
  return renderPanels({
    ...plot,
    scale: "linear",
    margin: labelRoom(plot.panels.flatMap((panel) => panel.rows)),
    tall: Math.max(1, ...rows) * ROW + 4,
    taller: 0,
    legend: plot.legend.map(({ series, label }) => ({
      sign: `<circle class="s${series}" cx="8" cy="0" r="4"/>`,
      label,
    })),
    panels: plot.panels.map((panel) => ({
      label: panel.label,
      note: panel.note,
      draw: (box) => panel.rows.flatMap((row, i) => rowOf(row, box, box.top + 2 + (i + 0.5) * ROW)),
    })),
  });
}

function rowOf({ label, dots }: DotPanels["panels"][number]["rows"][number], box: Box, middle: number): string[] {
  const name = `<text class="soft" x="${box.left - 8}" y="${px(middle + 4.5)}" text-anchor="end">${escapeXml(label)}</text>`;
  const nothing = `<text class="soft" x="${box.left + 6}" y="${px(middle + 4.5)}">${UNKNOWN}</text>`;
  return [
    name,
    ...(dots.length === 0 ? [nothing] : []),
    ...dots.flatMap(({ series, value, low, high }, i) => {
      const y = px(middle + (i - (dots.length - 1) / 2) * APART);
      const dot = `<circle class="s${series}" cx="${px(box.x(value))}" cy="${y}" r="4"/>`;
      return low === undefined || high === undefined
        ? [dot]
        : [
            `<line class="s${series}" x1="${px(box.x(low))}" x2="${px(box.x(high))}" y1="${y}" y2="${y}" stroke-width="2"/>`,
            dot,
          ];
    }),
  ];
}
