import { UserError } from "../../domain/error.ts";
import { didYouMean } from "../../domain/suggest.ts";

/** Who answers: a provider, a provider that is recorded, recordings, or the simulator. */
export const MODES = ["live", "record", "replay", "simulate"] as const;
export type Mode = (typeof MODES)[number];

/** The mode that --mode names; undefined for auto, which never spends. */
export function modeOf(text: string): Mode | undefined {
  if (text === "auto") return undefined;
  const mode = MODES.find((each) => each === text);
  if (mode !== undefined) return mode;
  const known = ["auto", ...MODES];
  const meant = didYouMean(text, known);
  throw new UserError("usage", `There is no mode "${text}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`, {
    fix: `Modes: ${known.join(", ")}.`,
  });
}

/** True where a provider is asked, which may cost money. */
export const spends = (mode: Mode): boolean => mode === "live" || mode === "record";
