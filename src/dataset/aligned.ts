import { UserError } from "../domain/error.ts";
import type { RowOrFault } from "./row.ts";

/**
 * Rows of two texts of which line n of one means line n of the other; lines empty in both are skipped. One may have more
 * lines only where they are empty.
 */
export function readAligned(ko: string, en: string, koFile: string, enFile: string): RowOrFault[] {
  const [koLines, enLines] = [lines(ko), lines(en)];
  const common = Math.min(koLines.length, enLines.length);
  const rest = [...koLines.slice(common), ...enLines.slice(common)];
  if (rest.some((line) => line.trim() !== "")) {
    throw new UserError(
      "input",
      `${koFile} has ${koLines.length} lines and ${enFile} has ${enLines.length}: they are not line-aligned.`,
      {
        fix: "Line n of one file must mean the same as line n of the other; leave a line empty in both where there is nothing.",
      },
    );
  }
  return koLines.slice(0, common).flatMap((text, index) => {
    const other = enLines[index] ?? "";
    return text.trim() === "" && other.trim() === "" ? [] : [{ line: index + 1, fields: { ko: text, en: other } }];
  });
}

const lines = (text: string): string[] => text.replace(/\n$/, "").split("\n");
