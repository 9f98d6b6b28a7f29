import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { runDisplay } from "../../../../src/cli/trials/progress/display.ts";
import { standingLines } from "../../../../src/cli/trials/progress/lines.ts";
import { Screen } from "./screen.ts";
import { anyStanding } from "./standings.ts";

test("no line is wider than the terminal, and redrawing leaves the lines of the last standing and nothing else", () => {
  fc.assert(
    fc.property(
      fc.array(anyStanding, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 160 }),
      (all, columns) => {
        const screen = new Screen(columns);
        let at = 0;
        const display = runDisplay(screen, "tty", { now: () => (at += 250), columns: () => columns });
        for (const now of all) {
          display.update(() => now);
          const lines = standingLines(now, columns - 1);
          expect(screen.rows).toEqual([...lines, ""]);
          expect(lines.length).toBeLessThanOrEqual(14);
          for (const line of lines) expect(stringWidth(line)).toBeLessThan(columns);
        }
        display.end();
        expect(screen.rows).toEqual([""]);
      },
    ),
    { numRuns: 60 },
  );
});
