import stringWidth from "string-width";

const GRAPHEMES = new Intl.Segmenter();

/** A text on one line, whatever a provider put into it. */
export const oneLine = (text: string): string => text.replace(/[\s\p{C}]+/gu, " ").trim();

/** A line cut to so many cells of a terminal, with … where something is gone; Hangul is two cells wide. */
export function fit(line: string, cells: number): string {
  if (stringWidth(line) <= cells) return line;
  if (cells < 1) return "";
  let kept = "";
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(line)) {
    used += stringWidth(segment);
    if (used > cells - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
