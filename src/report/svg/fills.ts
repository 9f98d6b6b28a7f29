/**
 * Fills that stay apart for every eye: hues by family, each lighter than the one before so that they differ in greyscale
 * too, and a hatch for each member of a family, so that colour alone never tells two of them apart.
 */
export type Fill = { readonly hue: 0 | 1 | 2 | 3 | 4 | 5; readonly hatch: 0 | 1 | 2 | 3 | 4 };

/** By hue; light and dark grounds. */
export const HUES = {
  light: ["#1f2328", "#1c4691", "#bb4a1d", "#27a07b", "#e6ac20", "#b5dcf7"],
  dark: ["#f4f6f8", "#26529e", "#bb5027", "#2da681", "#dfad33", "#b9dff8"],
} as const;

/** Lines over a hue, in a square of 6 pixels; the first has none. */
const HATCHES = [
  "",
  "M-1 1L1 -1M-1 7L7 -1M5 7L7 5",
  "M1.5 0V6M4.5 0V6",
  "M-1 5L1 7M-1 -1L7 7M5 -1L7 1",
  "M0 3H6M3 0V6",
] as const;

const classesOf = (hues: readonly string[]): string =>
  hues.map((colour, hue) => `.f${hue} { fill: ${colour} }`).join(" ");

/** The classes of fills, to stand beside the theme. */
export const FILL_STYLE = `
${classesOf(HUES.light)}
.hatch { stroke: #ffffff; stroke-width: 1.2; fill: none } .edge { stroke: #59636e; stroke-width: 0.6 }
@media (prefers-color-scheme: dark) {
  ${classesOf(HUES.dark)}
  .hatch { stroke: #0d1117 } .edge { stroke: #9198a1 }
}`.trim();

/** The attribute that fills a shape. */
export const filled = ({ hue, hatch }: Fill): string =>
  hatch === 0 ? `class="f${hue} edge"` : `class="edge" fill="url(#f${hue}-${hatch})"`;

/** What hatched fills refer to, each once. */
export function patternsOf(fills: readonly Fill[]): string[] {
  const hatched = new Map(
    fills.filter(({ hatch }) => hatch > 0).map((fill) => [`f${fill.hue}-${fill.hatch}`, fill] as const),
  );
  return [...hatched].map(
    ([id, { hue, hatch }]) =>
      `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="f${hue}" width="6" height="6"/><path class="hatch" d="${HATCHES[hatch]}"/></pattern>`,
  );
}
