import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { RecordingHeader } from "../../domain/recording.ts";
import { didYouMean } from "../../domain/suggest.ts";
import { matches } from "../../domain/target.ts";
import { liveTargets } from "../live/live-targets.ts";
import { type Mode, modeOf, spends } from "./modes.ts";

/** What there is to choose from. */
export type Choices = {
  readonly suite: string;
  /** Those of the suite. */
  readonly usual: readonly string[];
  /** Those that the simulator can play. */
  readonly played: readonly string[];
  /** `whole`: all that is asked is recorded. Without a mode, only such recordings are taken. */
  readonly recorded: readonly (Pick<RecordingHeader, "target" | "origin"> & { readonly whole: boolean })[];
  readonly book: PriceBook;
  readonly day: Day;
};

export type Chosen = { readonly mode: Mode; readonly targets: readonly string[] };

/**
 * Who answers, and for which targets. Without a mode nobody is asked over the network: recordings answer where every
 * target has one, and else the simulator. A mode that may spend wants its targets named.
 */
export function choose(modeText: string, patterns: readonly string[], choices: Choices): Chosen {
  const mode = modeOf(modeText);
  if (mode !== undefined && spends(mode)) {
    if (patterns.length === 0) {
      throw new UserError("usage", `--mode ${mode} asks vendors, and no target says whom.`, {
        fix: "Name one or more, as in --target openai/gpt-6-luna.",
      });
    }
    return { mode, targets: liveTargets(patterns, choices.book, choices.day) };
  }
  switch (mode) {
    case "replay":
      return { mode, targets: patterns.length === 0 ? usualRecorded(choices) : among(patterns, recordedIn(choices)) };
    case "simulate":
      return { mode, targets: patterns.length === 0 ? choices.usual : matching(patterns, choices.played, PLAYED) };
    default:
      return automatic(patterns, choices);
  }
}

const recordedIn = ({ recorded }: Choices): string[] => recorded.map(({ target }) => target);

/** Those that were recorded live if there are any: simulated ones stand beside no figure that was measured. */
function usualRecorded({ recorded, usual, suite }: Choices): readonly string[] {
  const live = recorded.flatMap(({ target, origin }) => (origin === "live" ? [target] : []));
  if (live.length > 0) return live;
  // All of them: one that lacks its recording is told, and not left out.
  if (usual.some((target) => recorded.some((one) => one.target === target))) return usual;
  throw new UserError("recording", `There are no recordings of ${suite}.`, {
    fix: `Record some with a key: npm run eval -- --suite ${suite} --mode record --target openai/gpt-6-luna`,
  });
}

function automatic(patterns: readonly string[], all: Choices): Chosen {
  const choices = { ...all, recorded: all.recorded.filter(({ whole }) => whole) };
  const known = recordedIn(choices);
  if (patterns.length === 0) {
    const live = choices.recorded.some(({ origin }) => origin === "live");
    const all = choices.usual.every((target) => known.includes(target));
    if (live || all) return { mode: "replay", targets: usualRecorded(choices) };
    return { mode: "simulate", targets: choices.usual };
  }
  const covered = (names: readonly string[]): boolean =>
    patterns.every((pattern) => names.some((name) => matches(pattern, name)));
  if (covered(known)) return { mode: "replay", targets: among(patterns, known) };
  if (covered(choices.played)) return { mode: "simulate", targets: among(patterns, choices.played) };
  return { mode: "simulate", targets: matching(patterns, [...new Set([...choices.played, ...known])], EITHER) };
}

const PLAYED = "The simulator has no profile of";
const EITHER = "There is neither a recording nor a profile of";

/** As `among`, where each pattern must match; what none does is told with what there is. */
function matching(patterns: readonly string[], names: readonly string[], without: string): string[] {
  const stray = patterns.find((pattern) => !names.some((name) => matches(pattern, name)));
  if (stray === undefined) return among(patterns, names);
  const meant = didYouMean(stray, names);
  throw new UserError("usage", `${without} ${stray}.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`, {
    fix: `There is of: ${names.join(", ")}. To ask the vendor, which may cost money: --mode live.`,
  });
}

/** The names that match; a pattern that matches none stays, for whoever looks for its recording. */
function among(patterns: readonly string[], names: readonly string[]): string[] {
  const found = patterns.flatMap((pattern) => {
    const those = names.filter((name) => matches(pattern, name));
    return those.length === 0 ? [pattern] : those;
  });
  return [...new Set(found)];
}
