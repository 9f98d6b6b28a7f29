import { escapeXml, STYLE, textWidth } from "./theme.ts";

/** One mark: a dot with its interval, or, where no value is known, a bare bar over the range. */
export type Mark = {
  readonly series: 0 | 1 | 2;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

export type DotPlot = {
  readonly title: string;
  /** What the axis shows, with its unit. */
  readonly axis: string;
  readonly scale: "linear" | "log";
  /** Where grid lines stand, ascending; the first and last are the ends of the axis. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly legend: readonly { readonly series: 0 | 1 | 2; readonly label: string; readonly shape: "dot" | "bar" }[];
  readonly band: { readonly from: number; readonly to: number; readonly label: string } | undefined;
  readonly rows: readonly { readonly label: string; readonly marks: readonly Mark[] }[];
  /** Lines of small print below the plot. */
  readonly notes: readonly string[];
};

const WIDTH = 540;
const EDGE = 16;
const LINE = 18;

/** A labelled dot plot as a self-contained SVG: no script, no font file, its own ground, light and dark. */
export function renderDotPlot(plot: DotPlot): string {
  const rowHeight = Math.max(21, 10 + 9 * Math.max(1, ...plot.rows.map(({ marks }) => marks.length)));
  const left = EDGE + Math.min(230, Math.max(0, ...plot.rows.map(({ label }) => textWidth(label)))) + 10;
  const right = WIDTH - EDGE - 14;
  const legendTop = 48;
  const top = legendTop + plot.legend.length * LINE + (plot.band === undefined ? 4 : LINE + 4);
  const bottom = top + plot.rows.length * rowHeight;
  const height = bottom + 48 + plot.notes.length * LINE;
  const x = positions(plot, left, right);

  const body = [
    `<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>`,
    `<text class="title" x="${EDGE}" y="28">${escapeXml(plot.title)}</text>`,
    ...legend(plot, legendTop),
    ...band(plot, x, top, bottom, legendTop + plot.legend.length * LINE),
    ...plot.ticks.flatMap(({ at, label }) => [
      `<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${top}" y2="${bottom}"/>`,
      `<text class="soft" x="${x(at)}" y="${bottom + 17}" text-anchor="middle">${escapeXml(label)}</text>`,
    ]),
    ...plot.rows.slice(1).map((_, i) => {
      const y = top + (i + 1) * rowHeight;
      return rowHeight > 21
        ? `<line class="grid" x1="${EDGE}" x2="${right}" y1="${y}" y2="${y}" stroke-dasharray="1 3"/>`
        : "";
    }),
    ...plot.rows.flatMap((row, i) => rowMarks(row, top + (i + 0.5) * rowHeight, left, x)),
    `<text class="soft" x="${right}" y="${bottom + 36}" text-anchor="end">${escapeXml(plot.axis)}</text>`,
    ...plot.notes.map(
      (note, i) => `<text class="soft" x="${EDGE}" y="${bottom + 36 + (i + 1) * LINE}">${escapeXml(note)}</text>`,
    ),
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(plot.title)}">`;
  return [open, `<style>${STYLE}</style>`, ...body, "</svg>", ""].join("\n");
}

type Position = (value: number) => string;

function positions({ ticks, scale }: DotPlot, left: number, right: number): Position {
  const along = scale === "log" ? Math.log : (value: number): number => value;
  const first = along(ticks[0]?.at ?? 0);
  const last = along(ticks.at(-1)?.at ?? 1);
  return (value) => {
    const share = (along(value) - first) / (last - first);
    return (left + Math.min(1, Math.max(0, share)) * (right - left)).toFixed(1);
  };
}

function legend({ legend: entries }: DotPlot, top: number): string[] {
  return entries.map(({ series, label, shape }, i) => {
    const y = top + i * LINE;
    const sign =
      shape === "dot"
        ? `<circle class="s${series}" cx="${EDGE + 8}" cy="${y - 4}" r="4"/>`
        : `<line class="s${series}" x1="${EDGE}" x2="${EDGE + 16}" y1="${y - 4}" y2="${y - 4}" stroke-width="5" stroke-opacity="0.55"/>`;
    return `${sign}<text x="${EDGE + 24}" y="${y}">${escapeXml(label)}</text>`;
  });
}

function band({ band: shown }: DotPlot, x: Position, top: number, bottom: number, legendY: number): string[] {
  if (shown === undefined) return [];
  const width = (Number(x(shown.to)) - Number(x(shown.from))).toFixed(1);
  return [
    `<rect class="band" x="${x(shown.from)}" y="${top}" width="${width}" height="${bottom - top}"/>`,
    `<rect class="band" x="${EDGE}" y="${legendY - 10}" width="16" height="12"/><text x="${EDGE + 24}" y="${legendY}">${escapeXml(shown.label)}</text>`,
  ];
}

function rowMarks({ label, marks }: DotPlot["rows"][number], middle: number, left: number, x: Position): string[] {
  const name = `<text x="${left - 10}" y="${(middle + 4.5).toFixed(1)}" text-anchor="end">${escapeXml(label)}</text>`;
  const drawn = marks.map(({ series, value, low, high }, i) => {
    const y = (middle + (i - (marks.length - 1) / 2) * 9).toFixed(1);
    const thin = value !== undefined;
    const line =
      low === undefined || high === undefined
        ? ""
        : `<line class="s${series}" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}" stroke-width="${thin ? 2 : 5}"${thin ? "" : ' stroke-opacity="0.55"'}/>`;
    return line + (value === undefined ? "" : `<circle class="s${series}" cx="${x(value)}" cy="${y}" r="4"/>`);
  });
  return [name, ...drawn];
}
