import type { Simulator } from "../../domain/simulator.ts";
import type { Trial } from "../../domain/trial.ts";
import type { VirtualClock } from "../../run/virtual-clock.ts";
import { simulating } from "../../transport/simulate.ts";
import { logged } from "../../transport/wire-log.ts";
import { askOnce, type Known, type Means } from "../live/ask-once.ts";
import type { Asker } from "./asker.ts";
import { offlinePlace } from "./place.ts";
import { speaking } from "./speaking.ts";

/** Asks the simulator within this process, by a virtual clock: an hour of answers takes seconds. */
export async function simulatedAsker(
  target: string,
  simulator: Simulator,
  limits: Omit<Means, "fetch"> & { readonly clock: VirtualClock },
): Promise<Asker> {
  const { clock } = limits;
  const place = offlinePlace(target, "simulator");
  const provider = await speaking(place);
  return {
    target,
    ask: async (trial, { attempt, ...waits }) => {
      const nth = nthOf(trial, attempt);
      const fetch: Means["fetch"] = (wire) => logged(simulating(simulator, clock, nth), wire, clock.now);
      const started = new Date(clock.now()).toISOString();
      const known = (): Known => ({ id: `${trial.id} #${attempt}`, attempt, started, trial, waits, simulated: true });
      const question = { ...trial.question, model: place.model };
      return (await askOnce(place, provider, question, { fetch, ...limits }, known)).line;
    },
    close: () => Promise.resolve(undefined),
  };
}

/** Which asking of a question it is, whatever was asked before: a run that was interrupted goes on as if it had not been. */
function nthOf({ id, repetition, follows }: Trial, attempt: number): string {
  const asking = follows === undefined ? String(repetition - 1) : id;
  return attempt === 1 ? asking : `${asking}.${attempt}`;
}
