import type { Exchange } from "../../domain/exchange.ts";
import type { Simulator } from "../../domain/simulator.ts";

/**
 * The same simulator with every time divided by `speed`. Its own clock runs as much faster, so that limits per minute and
 * caches stand to the answers as before; only waits that stand in an answer, as in retry-after, are not changed.
 */
export function faster(simulator: Simulator, speed: number): Simulator {
  if (speed === 1) return simulator;
  return { answer: (request) => hurried(simulator.answer({ ...request, now: request.now * speed }), speed) };
}

function hurried({ head, reads, end }: Exchange, speed: number): Exchange {
  const sooner = <Timed extends { readonly at: number }>(timed: Timed): Timed => ({ ...timed, at: timed.at / speed });
  return { head: head === undefined ? undefined : sooner(head), reads: reads.map(sooner), end: sooner(end) };
}
