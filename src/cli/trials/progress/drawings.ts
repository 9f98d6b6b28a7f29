import type { Standing } from "../../../run/standing.ts";
import { type Output, say } from "../../effects.ts";
import type { ProgressKind } from "../../progress.ts";
import { jsonLine } from "./json-line.ts";
import { standingLines } from "./lines.ts";
import { logLine, sums } from "./whole-run.ts";

/** One way to show how far a run is. */
export type Drawing = {
  readonly draw: (standing: Standing) => void;
  /** Leaves room for what is printed next. @param standing where the run ended; undefined: nobody knows */
  readonly end: (standing: (() => Standing) | undefined) => void;
};

/** Where it is drawn. */
type Canvas = { readonly stderr: Output; readonly columns: () => number | undefined };

/** How each kind is drawn; `auto` is decided before. */
export const DRAWINGS: Readonly<Record<Exclude<ProgressKind, "auto">, (canvas: Canvas) => Drawing>> = {
  tty: ({ stderr, columns }) => {
    let drawn = 0;
    const toTheFirst = (): string => (drawn === 0 ? "" : `\u001B[${drawn}A`);
    return {
      draw: (standing) => {
        // The last cell stays free: some terminals begin a new line as soon as it is written.
        const lines = standingLines(standing, (columns() ?? 80) - 1);
        // Each line clears what is left of the one below it: clearing all of them first would flicker.
        stderr.write(`${toTheFirst()}${lines.map((line) => `${line}\u001B[K\n`).join("")}\u001B[J`);
        drawn = lines.length;
      },
      end: () => {
        if (drawn > 0) stderr.write(`${toTheFirst()}\u001B[J`);
        drawn = 0;
      },
    };
  },
  plain: ({ stderr }) => {
    let printed = 0;
    return {
      draw: (standing) => {
        const tenths = tenthsOf(standing);
        if (tenths > printed) say(stderr, logLine(standing));
        printed = Math.max(printed, tenths);
      },
      end: (standing) => {
        if (standing !== undefined && printed < 10) say(stderr, logLine(standing()));
      },
    };
  },
  json: ({ stderr }) => {
    const draw = (standing: Standing): void => {
      say(stderr, jsonLine(standing));
    };
    return {
      draw,
      end: (standing) => {
        if (standing !== undefined) draw(standing());
      },
    };
  },
  none: () => ({ draw: () => undefined, end: () => undefined }),
};

function tenthsOf({ targets }: Standing): number {
  const { done, total } = sums(targets);
  return total === 0 ? 10 : Math.floor((done * 10) / total);
}
