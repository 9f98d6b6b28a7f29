import type { Exchange } from "../domain/exchange.ts";
import { whole } from "./exchange.ts";
import type { Problem } from "./problem.ts";
import type { Vendor } from "./wire/wire.ts";

type Headers = Readonly<Record<string, string>>;

/** What every answer carries: that it is simulated, what it is, and an id. */
export const headersOf = (vendor: Vendor, type: string, number: number, more: Headers = {}): Headers => ({
  "content-type": type,
  "x-tokenwon-simulated": "1",
  [vendor.requestIdHeader]: requestId(number),
  ...more,
});

/** An error as the vendor answers it. */
export function errorAnswer(
  vendor: Vendor,
  problem: Problem,
  at: number,
  number: number,
  more: Headers = {},
): Exchange {
  const { status, headers, body } = vendor.error(problem, requestId(number));
  const all = headersOf(vendor, vendor.jsonType, number, { ...more, ...headers });
  return whole({ at, status, headers: all }, JSON.stringify(body));
}

/** Six digits, so that nobody takes it for a key. */
const requestId = (number: number): string => `req_sim_${String(number).padStart(6, "0")}`;
