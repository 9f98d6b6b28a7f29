import { fixed } from "../../report/format.ts";
import { printable } from "../ask/printable.ts";
import type { PlayedEnd } from "./play.ts";
import type { Sent } from "./sent.ts";

const ENDED: Record<PlayedEnd, string> = {
  eof: "to its end",
  error: "broken off",
  silence: "left in silence",
  cancelled: "left by the client",
};

/** A request as a line for a person: what it got, when the first byte of its body went out, how long it took, how it ended. */
export function sentText(sent: Sent): string {
  const { index, method, path, model, status, bytes, ended, arrived_ms, first_ms, end_ms } = sent;
  const ms = (time: number): string => `${fixed(time - arrived_ms, 0)} ms`;
  const parts = [
    status === undefined ? "no status" : `${status}`,
    first_ms === undefined ? undefined : `first byte after ${ms(first_ms)}`,
    `${ms(end_ms)} in all`,
    `${fixed(bytes, 0)} bytes`,
    ENDED[ended],
  ];
  const asked = [method, path, model].filter((part) => part !== undefined).join(" ");
  // The model's name is the client's text: it must not make a line of its own.
  const line = printable(asked).replace(/\s+/g, " ");
  return `simulated #${index} ${line}: ${parts.filter((part) => part !== undefined).join(" · ")}`;
}

/** How many requests ended in which way. */
export type Tally = Record<PlayedEnd, number>;

/** The last line: how many requests were answered. */
export function tallyText(tally: Tally): string {
  const all = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const ways = (Object.keys(ENDED) as PlayedEnd[]).filter((way) => tally[way] > 0);
  const how = ways.map((way) => `${fixed(tally[way], 0)} ${ENDED[way]}`).join(", ");
  return `stopped: ${fixed(all, 0)} ${all === 1 ? "request" : "requests"} answered${how === "" ? "" : ` (${how})`}, all simulated`;
}
