import { sleeping } from "../../run/clock.ts";
import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import { type LiveTransport, liveTransport } from "../../transport/live.ts";
import type { Effects } from "../effects.ts";
import { thisMachine } from "../health/machine.ts";
import { sample } from "../health/sample.ts";
import { realClock } from "../live/clock.ts";
import type { Asker } from "./asker.ts";
import { askerOf, closeAll } from "./askers.ts";
import { liveAsker } from "./live.ts";
import type { Opened, OpenInput } from "./opened.ts";
import { recordedAsker } from "./recorded.ts";
import { openTape } from "./tape.ts";
import { warmUp } from "./warm-up.ts";
import type { Ways } from "./ways.ts";

/** Providers answer, and this process asks them; `process`: which it is, 0 the one that runs the loop. */
export async function openHere(
  input: Pick<OpenInput, "suite" | "mode" | "flags" | "deadlines" | "isLimited">,
  { places, secrets, laneOf, process }: Ways & { readonly process: number },
  { root, signal }: Pick<Effects, "root" | "signal">,
): Promise<Opened> {
  const { suite, mode, flags, deadlines = USUAL_DEADLINES, isLimited = () => false } = input;
  const live: LiveTransport = liveTransport({ now: realClock.now });
  const limits = { signal, deadlines, secrets };
  const askers = new Map<string, Asker>();
  try {
    for (const place of places) {
      const header = { suite, target: place.target, api: place.api };
      const asker =
        mode === "live"
          ? await liveAsker(place, live, limits)
          : await recordedAsker(
              place,
              live,
              await openTape(root, { header, secrets, accept: flags.accept, isLimited }),
              limits,
            );
      askers.set(asker.target, asker);
    }
  } catch (error) {
    // What was opened before is let go of.
    await closeAll(askers);
    await live.close();
    throw error;
  }
  let underWay = 0;
  let unwatch = (): void => undefined;
  return {
    from: undefined,
    ask: async (trial, turn) => {
      underWay++;
      try {
        return await askerOf(askers, trial).ask(trial, turn);
      } finally {
        underWay--;
      }
    },
    clock: sleeping(realClock),
    during: (work) => work(),
    laneOf,
    processes: 1,
    warmUp: (connections, onEvent) => warmUp({ places, laneOf, live, connections, signal, onEvent }),
    watch: (keep) => {
      unwatch = sample(thisMachine(), { process, underWay: () => underWay, keep });
    },
    close: async () => {
      unwatch();
      try {
        return await closeAll(askers);
      } finally {
        await live.close();
      }
    },
  };
}
