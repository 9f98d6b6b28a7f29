import { realClock } from "../../../src/cli/live/clock.ts";
import type { Sent } from "../../../src/cli/simulate/sent.ts";
import { serveSimulator } from "../../../src/cli/simulate/server.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { Profile } from "../../../src/domain/profile.ts";
import { simulator } from "../../../src/simulate/simulator.ts";
import { liveTransport } from "../../../src/transport/live.ts";
import { count, profile } from "../../simulate/ask.ts";
import type { Spoken } from "../wires.ts";
import { askTimed, type Conditions } from "./timed.ts";

/** An attempt beside the line that the simulator's server wrote of it, whose times are here by the client's clock. */
export type Beside = { readonly line: Attempt; readonly called: number; readonly log: Sent };

type Behaviour = Omit<Partial<Profile>, "target">;

const WIRE = { chat: "openai", responses: "openai", messages: "anthropic", generateContent: "google" } as const;

/** Asks the simulator once over HTTP, at an address of its own, with its log open. */
export async function askSimulated(spoken: Spoken, behaviour: Behaviour, conditions?: Conditions): Promise<Beside> {
  const wire = WIRE[spoken.api as keyof typeof WIRE];
  const one = profile({ ...behaviour, wire, target: `${wire}/${spoken.model}` });
  let start: number | undefined;
  let [onSent, onFault] = [(_: Sent): void => undefined, (_: unknown): void => undefined];
  const logged = new Promise<Sent>((resolve, reject) => {
    [onSent, onFault] = [resolve, reject];
  });
  // By this seed what breaks an answer comes after its first text, of every API.
  const server = await serveSimulator(simulator([one], { seed: 2, count }), {
    port: 0,
    host: "127.0.0.1",
    now: () => {
      const now = realClock.now();
      // The log counts from the first moment that it is told.
      start ??= now;
      return now;
    },
    onSent,
    onFault,
  });
  const live = liveTransport({ now: realClock.now });
  try {
    const timed = await askTimed(spoken, server.url, { fetch: (log) => live.logged(log) }, conditions);
    return { ...timed, log: later(await logged, start ?? Number.NaN) };
  } finally {
    await live.close();
    await server.close();
  }
}

const later = (sent: Sent, by: number): Sent =>
  Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, name.endsWith("_ms") ? (value as number) + by : value]),
  ) as Sent;
