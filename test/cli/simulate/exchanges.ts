import type { Sent } from "../../../src/cli/simulate/sent.ts";
import { type SimulatorServer, serveSimulator } from "../../../src/cli/simulate/server.ts";
import type { Exchange } from "../../../src/domain/exchange.ts";
import type { SimulatedRequest } from "../../../src/domain/simulator.ts";

/** An exchange of these texts, `gap` ms apart, that ends in this way. */
export function exchange(texts: readonly string[], how: "eof" | "silence" | "cut" = "eof", gap = 2): Exchange {
  const at = texts.length * gap;
  return {
    head: { at: gap / 2, status: 200, headers: { "content-type": "text/event-stream", "x-tokenwon-simulated": "1" } },
    reads: texts.map((text, i) => ({ at: (i + 1) * gap, bytes: Buffer.from(text) })),
    end: how === "cut" ? { at, how: "error", code: "UND_ERR_SOCKET" } : { at, how },
  };
}

/** The connection breaks before any header. */
export const RESET: Exchange = { head: undefined, reads: [], end: { at: 2, how: "error", code: "ECONNRESET" } };

export type Served = SimulatorServer & {
  readonly asked: readonly SimulatedRequest[];
  readonly sent: readonly Sent[];
  /** Resolves when so many requests have been told of. */
  readonly told: (count: number) => Promise<readonly Sent[]>;
  readonly faults: readonly unknown[];
};

/** A real server whose simulator does this. */
export async function served(answer: (request: SimulatedRequest) => Exchange): Promise<Served> {
  const asked: SimulatedRequest[] = [];
  const sent: Sent[] = [];
  const faults: unknown[] = [];
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  const server = await serveSimulator(
    {
      answer: (request) => {
        asked.push(request);
        return answer(request);
      },
    },
    {
      port: 0,
      host: "127.0.0.1",
      now: () => performance.now(),
      onSent: (line) => {
        sent.push(line);
        for (const { count, done } of waiting) if (sent.length >= count) done();
      },
      onFault: (fault) => faults.push(fault),
    },
  );
  return {
    ...server,
    asked,
    sent,
    faults,
    told: async (count) => {
      if (sent.length < count) await new Promise<void>((done) => waiting.push({ count, done }));
      return sent;
    },
  };
}
