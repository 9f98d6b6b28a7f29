import type { Standing } from "../../../run/standing.ts";
import type { Output } from "../../effects.ts";
import type { ProgressKind } from "../../progress.ts";
import { DRAWINGS } from "./drawings.ts";

/** Shows how far a run is. */
export type RunDisplay = {
  /** Call it as often as something changes. `standing` is asked for only when it is looked at: four times a second at most. */
  readonly update: (standing: () => Standing) => void;
  /** The run is over: clears what was drawn, so that other output can follow. Later calls draw nothing. */
  readonly end: (standing?: () => Standing) => void;
};

/** What a display goes by. */
export type DisplayOptions = {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Cells in a line of the terminal, asked for at every redraw; undefined: 80. */
  readonly columns?: () => number | undefined;
};

/** Between two looks at the standing. */
const PAUSE_MS = 250;

/** How far a run is, on stderr: lines that are redrawn, a line for every tenth, JSON lines, or nothing. */
export function runDisplay(stderr: Output, asked: ProgressKind, { now, columns }: DisplayOptions): RunDisplay {
  const kind = asked === "auto" ? (stderr.isTTY ? "tty" : "plain") : asked;
  const drawing = DRAWINGS[kind]({ stderr, columns: columns ?? (() => undefined) });
  let latest: (() => Standing) | undefined;
  let looked: number | undefined;
  let over = kind === "none";
  return {
    update: (standing) => {
      if (over) return;
      latest = standing;
      const at = now();
      if (looked !== undefined && at - looked < PAUSE_MS) return;
      looked = at;
      drawing.draw(standing());
    },
    end: (standing = latest) => {
      if (over) return;
      over = true;
      drawing.end(standing);
    },
  };
}
