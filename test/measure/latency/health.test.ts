import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HealthWindow } from "../../../src/domain/health.ts";
import { clientHealth, isLate, lateAttempts } from "../../../src/measure/latency/health.ts";

/** A window of a process that fares well, unless something else is said. */
const window = (from: number, to: number, more: Partial<HealthWindow> = {}): HealthWindow => ({
  from,
  to,
  process: 0,
  utilisation: 0.2,
  delay_p50_ms: 0.1,
  delay_p99_ms: 1,
  delay_max_ms: 2,
  gc_ms: 3,
  load: 0.5,
  cores: 2,
  rss_mb: 100,
  sockets: 4,
  under_way: 4,
  ...more,
});
const busy = { utilisation: 0.51 };

it.each([
  [{}, false],
  [{ utilisation: 0.5, delay_p99_ms: 3 }, false],
  [{ utilisation: 0.501 }, true],
  [{ delay_p99_ms: 3.001 }, true],
  // One late timer in a hundred is what a p99 is for.
  [{ delay_max_ms: 80 }, false],
  // Nor does a moment say much.
  [{ to: 249, utilisation: 1 }, false],
  [{ to: 250, utilisation: 1 }, true],
])("%j is late: %s", (more, late) => {
  expect(isLate(window(0, 1000, more))).toBe(late);
});

describe("attempts under way in late windows", () => {
  const windows = [window(2000, 3000, busy), window(0, 1000), window(1000, 2000, { ...busy, process: 1 })];
  it.each([
    ["before it", 0, 1999, 0],
    ["until it began", 0, 2000, 1],
    ["within it", 2400, 2500, 1],
    ["all the while", 0, 9000, 1],
    ["from its end on", 3000, 4000, 1],
    ["after it", 3001, 4000, 0],
  ])("%s", (_, start, end, late) => {
    expect([...lateAttempts(windows, { starts: [start], ends: [end], processes: [0] })]).toEqual([late]);
  });

  it("are those of the process that was late, where it is known which one timed them", () => {
    const [starts, ends] = [
      [1500, 1500, 1500],
      [1600, 1600, 1600],
    ];
    expect([...lateAttempts(windows, { starts, ends, processes: [0, 1, 2] })]).toEqual([0, 1, 0]);
    expect([...lateAttempts(windows, { starts, ends })]).toEqual([1, 1, 1]);
  });

  it("are found as by looking at every window", () => {
    const time = fc.integer({ min: 0, max: 20 }).map((n) => n * 60);
    const any = fc
      .tuple(time, time, fc.boolean(), fc.integer({ min: 0, max: 2 }))
      .map(([from, length, late, process]) => window(from, from + length, { process, ...(late ? busy : {}) }));
    const attempt = fc.tuple(time, time, fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(fc.array(any), fc.array(attempt), (all, attempts) => {
        const starts = attempts.map(([start]) => start);
        const ends = attempts.map(([start, length]) => start + length);
        const processes = attempts.map(([, , process]) => process);
        const found = attempts.map(([start, length, process]) =>
          all.some((one) => isLate(one) && one.process === process && one.from <= start + length && one.to >= start)
            ? 1
            : 0,
        );
        expect([...lateAttempts(all, { starts, ends, processes })]).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the health of a run", () => {
  it("is unknown where nobody watched", () => {
    expect(clientHealth([], { lateTrials: 0, trials: 5 })).toBeUndefined();
  });

  it.each([
    [0, 0, false],
    [1, 100, false],
    [2, 100, true],
    [1, 99, true],
  ])("%d of %d trials late: limited %s", (lateTrials, trials, limited) => {
    expect(clientHealth([window(0, 1000)], { lateTrials, trials })).toMatchObject({ lateTrials, trials, limited });
  });

  it("holds the worst of all windows and the sum of what was collected", () => {
    const windows = [
      window(0, 1000, { delay_max_ms: 9, sockets: 7 }),
      window(1000, 2000, { ...busy, load: 3, cores: 4 }),
      window(0, 1000, { process: 2, gc_ms: 5 }),
    ];
    expect(clientHealth(windows, { lateTrials: 3, trials: 10 })).toEqual({
      processes: 2,
      // Process 0 runs the loop and times nothing where there are others.
      windows: 1,
      late: 0,
      lateTrials: 3,
      trials: 10,
      limited: true,
      worstDelayMs: windows[2]?.delay_max_ms,
      mostUtilisation: windows[2]?.utilisation,
      gcMs: 5,
      mostLoad: windows[2]?.load,
      cores: windows[2]?.cores,
      mostSockets: windows[2]?.sockets,
    });
    expect(clientHealth(windows.slice(0, 2), { lateTrials: 3, trials: 10 })).toEqual({
      processes: 1,
      windows: 2,
      late: 1,
      lateTrials: 3,
      trials: 10,
      limited: true,
      worstDelayMs: 9,
      mostUtilisation: 0.51,
      gcMs: 6,
      mostLoad: 3,
      cores: 4,
      mostSockets: 7,
    });
  });
});
