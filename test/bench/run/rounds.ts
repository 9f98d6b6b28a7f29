import { ask, type Cost } from "./ask.ts";
import type { Client } from "./clients.ts";
import type { Server } from "./server.ts";

/** Costs of a client in all rounds: of starting and asking once, and of all calls, so many at a time. */
export type Costs = { readonly start: readonly Cost[]; readonly calls: ReadonlyMap<number, readonly Cost[]> };

export type Plan = {
  readonly rounds: number;
  readonly calls: number;
  /** Calls under way at a time, one run of every client for each. */
  readonly most: readonly number[];
};

/** Asks through every client in turn, so that whatever slows the machine for a while slows all of them. */
export async function askInRounds(
  clients: readonly Client[],
  { rounds, calls, most }: Plan,
  server: Server,
): Promise<ReadonlyMap<Client, Costs>> {
  const costs = new Map(
    clients.map((client) => [client, { start: [] as Cost[], calls: new Map(most.map((n) => [n, [] as Cost[]])) }]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const [client, kept] of costs) {
      // The first round only warms the disk.
      const keep = (list: Cost[] | undefined, cost: Cost): unknown => round > 0 && list?.push(cost);
      keep(kept.start, await ask(client, { calls: 1, most: 1 }, server));
      for (const n of most) keep(kept.calls.get(n), await ask(client, { calls, most: n }, server));
    }
  }
  return costs;
}
