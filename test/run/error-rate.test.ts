import { expect, it } from "vitest";
import { errorRate } from "../../src/run/error-rate.ts";

const last = (most: number, attempts: string): boolean =>
  Array.from({ length: attempts.length }, (_, i) => attempts[i] === "x")
    .map(errorRate(most).tooHigh)
    .at(-1) ?? false;

it.each<readonly [number, string, boolean]>([
  [0.5, "xxxxxxxxx", false],
  [0.5, "xxxxxxxxxx", true],
  [0.5, "xxxxx.....", false],
  [0.5, "xxxxxx....", true],
  [0.5, "..........", false],
  [0.5, ".x".repeat(20), false],
  [0.9, "xxxxxxxxxx", true],
  [0, ".........x", true],
  [1, "xxxxxxxxxxxxxxx", false],
  [0.2, `${".".repeat(40)}xxxxxxxxxx`, false],
  [0.2, `${".".repeat(40)}xxxxxxxxxxx`, true],
])("of more than %d is too high after ten attempts: %s → %s", (most, attempts, tooHigh) => {
  expect(last(most, attempts)).toBe(tooHigh);
});
