import { sleeping } from "../../run/clock.ts";
import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import { liveTransport } from "../../transport/live.ts";
import { newWireLog } from "../../transport/wire-log.ts";
import { type Effects, say } from "../effects.ts";
import { thisMachine } from "../health/machine.ts";
import { sample } from "../health/sample.ts";
import { realClock } from "../live/clock.ts";
import type { Place } from "../live/endpoint.ts";
import type { Opened, OpenInput } from "../trials/opened.ts";
import { silentSimulator } from "../trials/silent-simulator.ts";
import type { Ways } from "../trials/ways.ts";
import { startAsking } from "./fork.ts";
import { lostAttempt } from "./lost-attempt.ts";
import { spread } from "./spread.ts";

/** Providers answer, asked by so many processes. This one keeps the loop: queue, budget, retries and log. */
export async function openSpread(
  { suite, targets, flags, deadlines }: OpenInput,
  { places, laneOf, processes }: Ways & { readonly processes: number },
  effects: Effects,
): Promise<Opened> {
  const { signal, root, cwd, stderr } = effects;
  const input = { suite, targets, flags, ...(deadlines === undefined ? {} : { deadlines }) };
  const many = await spread({
    processes: Array.from({ length: processes }, () => startAsking(effects)),
    setting: { input, effects: { root, cwd } },
    signal,
    clock: realClock,
    longestMs: (deadlines ?? USUAL_DEADLINES).total,
    started: () => new Date().toISOString(),
    lost: async (lost) => {
      const place = places.find(({ target }) => target === lost.trial.target);
      if (place === undefined) throw new Error(`${lost.trial.target} was not opened`);
      return lostAttempt({ ...lost, api: place.api, simulated: await isSimulator(place) });
    },
    onEnded: (process, how) => {
      say(stderr, `note: process ${process} of ${processes} that ask has ended (${how}): what it had under way failed`);
    },
  });
  let unwatch = (): void => undefined;
  return {
    from: undefined,
    ask: many.ask,
    clock: sleeping(realClock),
    during: (work) => work(),
    laneOf,
    processes,
    warmUp: many.warmUp,
    watch: (keep) => {
      unwatch = sample(thisMachine(), { process: 0, underWay: () => 0, keep });
      many.watch(keep);
    },
    close: async () => {
      unwatch();
      await many.close();
      return [];
    },
  };
}

/** What was lost tells nothing of who would have answered. */
async function isSimulator(place: Place): Promise<boolean> {
  const live = liveTransport({ now: realClock.now });
  try {
    return await silentSimulator({ wire: newWireLog() }, place, live);
  } finally {
    await live.close();
  }
}
