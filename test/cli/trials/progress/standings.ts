import fc from "fast-check";
import type { Standing, TargetStanding } from "../../../../src/run/standing.ts";

/** A target in the midst of a run of which little is known. */
export const target = (more: Partial<TargetStanding> = {}): TargetStanding => ({
  target: "openai/gpt-4o",
  done: 120,
  total: 400,
  inFlight: 8,
  limit: 10,
  waiting: undefined,
  ttftMs: undefined,
  tokensPerSecond: undefined,
  failures: 0,
  stopped: undefined,
  ...more,
});
/** A run that knows no prices. */
export const standing = (more: Partial<Standing> = {}): Standing => ({
  targets: [target()],
  elapsedMs: 65_400,
  leftMs: undefined,
  usd: undefined,
  budgetUsd: undefined,
  ...more,
});
/** A run of one target, so far done. */
export const asked = (done: number, total = 2000): Standing => standing({ targets: [target({ done, total })] });

const number = fc.double({ min: 0, max: 1e7, noNaN: true });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("", "openai/gpt-4o", "친구/한국어-모델", "\u001B[9A\r\n", "👩‍👩‍👧/\u200B"),
);
const anyTarget: fc.Arbitrary<TargetStanding> = fc.record({
  target: text,
  done: fc.nat(5000),
  total: fc.nat(5000),
  inFlight: fc.nat(100),
  limit: fc.nat(100),
  waiting: maybe(fc.record({ trials: fc.nat(), why: text, ms: number })),
  ttftMs: maybe(number),
  tokensPerSecond: maybe(number),
  failures: fc.nat(),
  stopped: maybe(text),
});
/** Any standing, with whatever text a provider may put into it. */
export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  targets: fc.array(anyTarget, { maxLength: 15 }),
  elapsedMs: number,
  leftMs: maybe(number),
  usd: maybe(number),
  budgetUsd: maybe(number),
});
