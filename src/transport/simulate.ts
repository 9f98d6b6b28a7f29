import type { Simulator } from "../domain/simulator.ts";
import { type Pace, play } from "./play.ts";
import { asked } from "./response.ts";

/** `fetch` answered by a simulator: what the server would send, played by the clock. Nothing is asked of a network. */
export const simulating =
  (simulator: Simulator, pace: Pace, nth?: string): typeof globalThis.fetch =>
  (input, init) => {
    const { method, href, signal } = asked(input, init);
    const { pathname, search } = new URL(href);
    const body = typeof init?.body === "string" ? init.body : "";
    return play(
      simulator.answer({
        method,
        path: pathname + search,
        body,
        now: pace.now(),
        ...(nth === undefined ? {} : { nth }),
      }),
      pace,
      signal,
    );
  };
