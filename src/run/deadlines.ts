import type { Deadline } from "../domain/failure.ts";
import type { WireLog } from "../domain/wire.ts";
import type { Clock } from "./clock.ts";

/** How long each stage may take, in ms. */
export type Deadlines = {
  /** From the call to the response headers. */
  readonly headers: number;
  /** From the call to the first output of the model. */
  readonly firstToken: number;
  /** After the first output, between two signs of life: events, or bytes of the body such as pings. */
  readonly idle: number;
  /** From the call to the end. */
  readonly total: number;
};

/** Ten minutes in all, as the vendors' SDKs have it; two to the first output, one of silence. */
export const USUAL_DEADLINES: Deadlines = { headers: 120_000, firstToken: 120_000, idle: 60_000, total: 600_000 };

export type Watch = {
  /** The deadline that passed. */
  readonly passed: () => Deadline | undefined;
  readonly firstToken: () => void;
  readonly alive: () => void;
  readonly stop: () => void;
};

/** Watches one exchange and calls `abort` at the first deadline that passes. */
export function watch(deadlines: Deadlines, wire: WireLog, { now, after }: Clock, abort: () => void): Watch {
  const begun = now();
  let passed: Deadline | undefined;
  let gotOutput = false;
  let lastSign = begun;
  const cancels = new Set<() => void>();
  const pass = (deadline: Deadline): void => {
    if (passed !== undefined) return;
    passed = deadline;
    abort();
  };
  const at = (ms: number, what: () => void): void => {
    if (!Number.isFinite(ms)) return;
    const cancel = after(Math.max(0, ms), () => {
      cancels.delete(cancel);
      what();
    });
    cancels.add(cancel);
  };
  at(deadlines.total, () => {
    pass("total");
  });
  at(deadlines.headers, () => {
    if (wire.headers === undefined) pass("headers");
  });
  at(deadlines.firstToken, () => {
    if (!gotOutput) pass("first-token");
  });
  const lookForLife = (): void => {
    // Bytes that the SDK keeps to itself are signs of life too. Before the first output other deadlines rule: a model
    // that thinks where nobody sees it is silent for as long as it thinks.
    const onWire = wire.chunks.at(-1)?.at;
    const sign = gotOutput ? Math.max(lastSign, onWire === undefined ? begun : begun + onWire) : now();
    const left = sign + deadlines.idle - now();
    if (left <= 0) pass("idle");
    else at(left, lookForLife);
  };
  at(deadlines.idle, lookForLife);
  return {
    passed: () => passed,
    firstToken: () => (gotOutput = true),
    alive: () => (lastSign = now()),
    stop: () => {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
