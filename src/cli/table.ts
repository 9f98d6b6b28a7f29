import stringWidth from "string-width";

export type Align = "left" | "right";

/** Lines of a table for a terminal: columns two spaces apart, Hangul counted as two cells wide. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], align: readonly Align[]): string {
  const widths = head.map((title, i) => Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[i] ?? ""))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const room = " ".repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(cell)));
        return align[i] === "right" ? room + cell : cell + room;
      })
      .join("  ")
      .trimEnd();
  return [head, ...rows].map(line).join("\n");
}
