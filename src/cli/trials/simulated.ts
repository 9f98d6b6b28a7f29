import type { Simulator } from "../../domain/simulator.ts";
import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { VirtualClock } from "../../run/virtual-clock.ts";
import { simulating } from "../../transport/simulate.ts";
import { logged } from "../../transport/wire-log.ts";
import { askOnce, type Known } from "../live/ask-once.ts";
import type { Asker } from "./asker.ts";
import { offlinePlace } from "./place.ts";
import { speaking } from "./speaking.ts";

/** Asks the simulator within this process, by a virtual clock: an hour of answers takes seconds. */
export async function simulatedAsker(
  target: string,
  simulator: Simulator,
  clock: VirtualClock,
  signal: AbortSignal,
): Promise<Asker> {
  const place = offlinePlace(target, "simulator");
  const provider = await speaking(place);
  const fetch = simulating(simulator, clock);
  return {
    target,
    ask: async (trial, attempt) => {
      const started = new Date(clock.now()).toISOString();
      const means = {
        fetch: (wire: Parameters<typeof logged>[1]) => logged(fetch, wire, clock.now),
        clock,
        deadlines: USUAL_DEADLINES,
        signal,
      };
      const known = (): Known => ({ id: `${trial.id} #${attempt}`, attempt, started, trial, simulated: true });
      return (await askOnce(place, provider, { ...trial.question, model: place.model }, means, known)).line;
    },
    close: () => Promise.resolve(undefined),
  };
}
