import { UserError } from "../../domain/error.ts";
import { liveTransport } from "../../transport/live.ts";
import { type Effects, say } from "../effects.ts";
import { realClock } from "../live/clock.ts";
import type { CountMeans } from "../live/count-once.ts";
import { countersOf } from "../live/counter.ts";
import { liveTargets } from "../live/live-targets.ts";
import { readBooks } from "../read-books.ts";
import type { CountFlags } from "./flags.ts";
import { countCommitted } from "./live-committed.ts";
import { countTextLive } from "./live-text.ts";

/** `count --mode live`: tokens of a text, or of every committed text, by the vendors' own count endpoints. */
export async function countLive(words: readonly string[], flags: CountFlags, effects: Effects): Promise<void> {
  const committed = flags.committed === true;
  if (committed && words.length > 0) {
    throw new UserError("usage", "--committed counts the committed texts and takes no text of its own.", {
      fix: "Leave the text out, or --committed.",
    });
  }
  if (!committed && flags.limit !== undefined) {
    throw new UserError("usage", "--limit is for --committed: a text of your own is one text.", {
      fix: "Leave --limit out, or add --committed.",
    });
  }
  const { book, day } = await readBooks({ ...flags, target: [] }, effects);
  const targets = liveTargets(flags.target, book, day);
  const [first, ...others] = await countersOf(targets, flags, effects);
  if (first === undefined) return;
  if (committed && others.length > 0) {
    throw new UserError("usage", `--committed records the counts of one target, and ${targets.length} were named.`, {
      fix: `Name one of them, as in --target ${first.place.target}.`,
    });
  }
  const live = liveTransport({ now: realClock.now });
  const means: CountMeans = {
    live,
    clock: realClock,
    signal: effects.signal,
    onWait: (ms) => {
      say(effects.stderr, `The vendor asks to wait ${Math.ceil(ms / 1000)} s.`);
    },
  };
  try {
    if (committed) await countCommitted(first, book, flags, effects, means);
    else await countTextLive(words, [first, ...others], book, flags, effects, means);
  } finally {
    await live.close();
  }
}
