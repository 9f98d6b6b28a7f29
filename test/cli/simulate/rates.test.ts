import { afterEach, beforeEach, expect, it } from "vitest";
import { type Workplace, workplace } from "../run-cli.ts";
import { WAYS } from "./outcomes.ts";
import { bookOf, holdsItsRates } from "./rates.ts";
import { PROFILE } from "./running.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const N = 500;

/** All but stalls, which make a client wait: 10,000 requests of each API, with stalls, are in rates.long.ts. */
const failures = {
  "rate-limit": 0.06,
  overloaded: 0.04,
  server: 0.05,
  reset: 0.03,
  cut: 0.05,
  truncated: 0.04,
  "stream-error": 0.03,
};

it(`planted failures reach a client over HTTP in their shares (${N} requests)`, async () => {
  const seen = await holdsItsRates(at, bookOf(at, [{ ...PROFILE, failures }]), failures, WAYS.chat, N);
  // Each at least once, and every request told as one of them.
  expect([...seen.keys()].toSorted()).toEqual([...Object.keys(failures), "none"].toSorted());
  expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBe(N);
});
