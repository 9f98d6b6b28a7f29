import type { WireLog } from "../domain/wire.ts";

/** When the exchange of each log began. Two writers fill a log, and their times must count from the same instant. */
const beginnings = new WeakMap<WireLog, number>();

/** The exchange begins at `at`; whoever was first is overruled only by `logged`, which sees the call itself. */
export const begin = (log: WireLog, at: number): void => void beginnings.set(log, at);

/** Milliseconds from the beginning of the exchange to `at`; an exchange that nobody began begins now. */
export function since(log: WireLog, at: number): number {
  const began = beginnings.get(log);
  if (began !== undefined) return at - began;
  begin(log, at);
  return 0;
}
