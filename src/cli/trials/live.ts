import { randomUUID } from "node:crypto";
import type { LiveTransport } from "../../transport/live.ts";
import { askOnce, type Known, type Means } from "../live/ask-once.ts";
import { realClock } from "../live/clock.ts";
import type { Place } from "../live/endpoint.ts";
import type { Asker } from "./asker.ts";
import { silentSimulator } from "./silent-simulator.ts";
import { speaking } from "./speaking.ts";

/** Asks a provider over the network. Every attempt may cost money. */
export async function liveAsker(
  place: Place,
  live: LiveTransport,
  limits: Pick<Means, "deadlines" | "signal" | "secrets">,
): Promise<Asker> {
  const provider = await speaking(place);
  const fetch: Means["fetch"] = (wire) => live.logged(wire);
  return {
    target: place.target,
    ask: async (trial, { attempt, ...waits }) => {
      const told: Known = { id: randomUUID(), attempt, started: new Date().toISOString(), trial, waits };
      const means: Means = { fetch, clock: realClock, ...limits };
      const asked = await askOnce(place, provider, { ...trial.question, model: place.model }, means, () => told);
      const simulated = await silentSimulator(asked, place, live);
      return simulated ? { ...asked.line, "tokenwon.evidence": "simulated" } : asked.line;
    },
    close: () => Promise.resolve(undefined),
  };
}
