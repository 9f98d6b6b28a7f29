import fc from "fast-check";
import { expect, it } from "vitest";
import { seeded } from "../../src/measure/random.ts";
import { backoff } from "../../src/run/backoff.ts";
import { jitterOf } from "../../src/run/jitter.ts";

const BOUNDS = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
const drawn = fc.integer({ min: -1000, max: 1000 }).map(seeded);

it("waits between nothing and a bound that doubles from 1 s up to 30 s", () => {
  BOUNDS.forEach((bound, i) => {
    expect(backoff({}, i + 1, () => 0)).toEqual({ ms: 0, why: "back-off" });
    expect(backoff({}, i + 1, () => 1 - 2 ** -32)).toEqual({ ms: bound, why: "back-off" });
  });
  expect(backoff({}, 5000, () => 0.5)).toEqual({ ms: 15_000, why: "back-off" });
});

it("waits half of the bound on average, and anywhere within it", () => {
  const random = seeded(7);
  const waits = Array.from({ length: 4000 }, () => backoff({}, 3, random)?.ms ?? Number.NaN);
  const mean = waits.reduce((sum, ms) => sum + ms, 0) / waits.length;
  // The standard error is 4000 / √12 / √4000 = 18 ms.
  expect(Math.abs(mean - 2000)).toBeLessThan(75);
  for (const quarter of [0, 1, 2, 3]) {
    const share = waits.filter((ms) => ms > quarter * 1000 && ms <= quarter * 1000 + 1000).length / waits.length;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
  }
});

it("waits at least as long as the vendor asks, and at most a tenth longer", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 600_000, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
      drawn,
      (hint, n, random) => {
        const wait = backoff({ retryAfterMs: hint }, n, random);
        expect(wait?.why).toBe("hint");
        expect(wait?.ms).toBeGreaterThanOrEqual(hint);
        expect(wait?.ms).toBeLessThanOrEqual(Math.ceil(hint * 1.1));
        expect(Number.isInteger(wait?.ms)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

it("does not wait for more than ten minutes", () => {
  expect(backoff({ retryAfterMs: 600_000 }, 1, () => 0.5)?.ms).toBe(630_000);
  expect(backoff({ retryAfterMs: 600_001 }, 1, () => 0)).toBeUndefined();
});

it("draws by seed, trial and attempt alone, each for itself", () => {
  const draw = (seed: number, trial: string, attempt: number): number => jitterOf(seed, trial, attempt)();
  expect(draw(1, "a/x p.ko 1", 1)).toBe(draw(1, "a/x p.ko 1", 1));
  const others = [draw(2, "a/x p.ko 1", 1), draw(1, "a/x p.en 1", 1), draw(1, "a/x p.ko 1", 2)];
  expect(new Set([draw(1, "a/x p.ko 1", 1), ...others]).size).toBe(4);
});

it("draws evenly over trials", () => {
  const draws = Array.from({ length: 3000 }, (_, i) => jitterOf(1, `a/x p.ko ${i}`, 1)());
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.025);
});
