import type { Exchange } from "./exchange.ts";

/** A request as it arrives at a server. */
export type SimulatedRequest = {
  readonly method: string;
  /** Path with its query, as in `/v1/chat/completions`; the folder of a base URL may stand before it. */
  readonly path: string;
  readonly body: string;
  /** When it arrives, in ms of a clock that never goes back. */
  readonly now: number;
  /** Which asking of this body it is, where whoever asks knows better than the simulator could count. */
  readonly nth?: string;
};

/**
 * A provider that does not exist. The same seed and the same requests give the same answers: what happens to a request is
 * drawn from the seed, its body and how often that body came before, so that the order of different ones does not matter.
 * Only rate limits and prompt caches depend on what came before and when.
 */
export type Simulator = {
  /** What the server does with the request. Never throws: what it does not know is answered with a vendor's error. */
  readonly answer: (request: SimulatedRequest) => Exchange;
};
