import { escapeXml, STYLE, textWidth } from "./theme.ts";

/** Where a panel draws, in pixels, and where a value of the shared axis stands in it. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
};

export type Tick = { readonly at: number; readonly label: string };

/** Small multiples below each other on one horizontal axis, so that panels can be compared by eye. */
export type Panels = {
  readonly title: string;
  /** What the shared axis shows, with its unit. */
  readonly axis: string;
  readonly scale: "linear" | "log";
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
  readonly legend: readonly { readonly sign: string; readonly label: string }[];
  /** How many entries of the legend stand beside each other: one where left out. */
  readonly legendColumns?: number;
  /** Room for the labels of the vertical axis, and how much taller than usual a panel is. */
  readonly margin: number;
  readonly taller: number;
  /** How tall a panel is, where what is in it decides that. */
  readonly tall?: number;
  /** Classes and patterns of its own. */
  readonly style?: string;
  readonly patterns?: readonly string[];
  readonly panels: readonly {
    readonly label: string;
    /** Small print at the right of the label. */
    readonly note: string;
    readonly draw: (box: Box) => readonly string[];
  }[];
  /** Lines of small print below the plot. */
  readonly notes: readonly string[];
};

const WIDTH = 540;
const EDGE = 16;
const LINE = 18;
const LABEL = 20;
const GAP = 12;

/** Fewer panels are taller ones. */
const heightOf = (panels: number): number => (panels <= 1 ? 150 : panels <= 4 ? 96 : panels <= 8 ? 76 : 60);

/** The frame of small multiples as a self-contained SVG: no script, no font file, its own ground, light and dark. */
export function renderPanels(frame: Panels): string {
  const { panels, legend } = frame;
  const notes = frame.notes.flatMap(wrapped);
  const tall = (frame.tall ?? heightOf(panels.length)) + frame.taller;
  const columns = frame.legendColumns ?? 1;
  const legendLines = Math.ceil(legend.length / columns);
  const left = EDGE + frame.margin;
  const right = WIDTH - EDGE - 14;
  const top = 48 + legendLines * LINE;
  const step = LABEL + tall + GAP;
  const bottom = top + panels.length * step - GAP;
  const height = bottom + 48 + notes.length * LINE;
  const x = positions(frame, left, right);
  const body = [
    `<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>`,
    `<text class="title" x="${EDGE}" y="28">${escapeXml(frame.title)}</text>`,
    ...legend.map(({ sign, label }, i) => {
      // Down first, as columns are read.
      const y = 48 + (i % legendLines) * LINE;
      const x = EDGE + Math.floor(i / legendLines) * Math.floor((WIDTH - 2 * EDGE) / columns);
      return `<g transform="translate(${x} ${y - 4})">${sign}</g><text x="${x + 24}" y="${y}">${escapeXml(label)}</text>`;
    }),
    ...panels.flatMap(({ label, note, draw }, i) => {
      const box = { left, right, top: top + i * step + LABEL, bottom: top + i * step + LABEL + tall, x };
      return [
        `<text x="${EDGE}" y="${box.top - 6}">${escapeXml(label)}</text>`,
        note === ""
          ? ""
          : `<text class="soft" x="${right}" y="${box.top - 6}" text-anchor="end">${escapeXml(note)}</text>`,
        ...frame.ticks.map(
          ({ at }) => `<line class="grid" x1="${px(x(at))}" x2="${px(x(at))}" y1="${box.top}" y2="${box.bottom}"/>`,
        ),
        `<line class="grid" x1="${left}" x2="${right}" y1="${box.bottom}" y2="${box.bottom}"/>`,
        ...draw(box),
      ];
    }),
    ...frame.ticks.map(
      ({ at, label }) =>
        `<text class="soft" x="${px(x(at))}" y="${bottom + 17}" text-anchor="middle">${escapeXml(label)}</text>`,
    ),
    `<text class="soft" x="${right}" y="${bottom + 36}" text-anchor="end">${escapeXml(frame.axis)}</text>`,
    ...notes.map(
      (note, i) => `<text class="soft" x="${EDGE}" y="${bottom + 36 + (i + 1) * LINE}">${escapeXml(note)}</text>`,
    ),
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(frame.title)}">`;
  const patterns = frame.patterns ?? [];
  const defined = patterns.length === 0 ? [] : ["<defs>", ...patterns, "</defs>"];
  const style = frame.style === undefined ? STYLE : `${STYLE}\n${frame.style}`;
  return [open, `<style>${style}</style>`, ...defined, ...body.filter((line) => line !== ""), "</svg>", ""].join("\n");
}

/** A note in lines that fit, broken at spaces. */
function wrapped(note: string): string[] {
  const lines: string[] = [];
  for (const word of note.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= WIDTH - 2 * EDGE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A place in pixels, to a tenth. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

function positions({ scale, from, to }: Panels, left: number, right: number): (value: number) => number {
  const place = placing(scale, from, to);
  return (value) => left + place(value) * (right - left);
}

/** Where a value stands on an axis, from 0 to 1; in the middle of an axis without length. */
export function placing(scale: "linear" | "log", from: number, to: number): (value: number) => number {
  const along = scale === "log" ? Math.log : (value: number): number => value;
  const length = along(to) - along(from);
  return (value) => (length > 0 ? Math.min(1, Math.max(0, (along(value) - along(from)) / length)) : 0.5);
}
