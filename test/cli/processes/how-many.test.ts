import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastBusy, processesFor } from "../../../src/cli/processes/how-many.ts";

const run = { asked: undefined, concurrency: undefined, trials: 100_000, cores: 8, lanes: 1 };

describe("how many processes ask", () => {
  it.each([
    ["one up to 128 streams", { concurrency: 128 }, 1],
    ["as many as are needed for 128 each", { concurrency: 129 }, 2],
    ["in all lanes together", { concurrency: 100, lanes: 4 }, 4],
    ["at most one a core", { concurrency: 4096 }, 8],
    ["no more than there are trials to ask at a time", { concurrency: 4096, trials: 300 }, 3],
    ["one where nobody says how many requests are under way", { trials: 1000 }, 1],
    ["one for nothing", { concurrency: 500, trials: 0 }, 1],
    ["as many as the person says", { asked: 12, concurrency: 4 }, 12],
    ["one, where the person says so", { asked: 1, concurrency: 4096 }, 1],
    ["but never more than trials", { asked: 12, trials: 5 }, 5],
  ])("%s", (_, more, processes) => {
    expect(processesFor({ ...run, ...more }, "live")).toBe(processes);
  });

  it("records in one alone, and says so", () => {
    expect(processesFor({ ...run, concurrency: 500 }, "record")).toBe(1);
    expect(processesFor({ ...run, asked: 1 }, "record")).toBe(1);
    expect(() => processesFor({ ...run, asked: 2 }, "record")).toThrow(
      expect.objectContaining({
        kind: "usage",
        message: "--mode record asks from one process: a recording is written by one alone.",
      }),
    );
  });
});

describe("the least busy one", () => {
  it.each([
    [[0, 0, 0], 0, 1],
    [[0, 0, 0], 2, 0],
    [[2, 1, 1], 1, 2],
    [[2, undefined, 3], 0, 0],
    [[undefined, undefined], 0, undefined],
    [[], -1, undefined],
  ])("of %j after %d: %s", (underWay, last, next) => {
    expect(leastBusy(underWay, last)).toBe(next);
  });

  it("keeps all of them within one of each other while nothing is answered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 60 }), (processes, asked) => {
        const underWay = Array.from({ length: processes }, () => 0);
        for (let i = 0, last = -1; i < asked; i++) {
          last = leastBusy(underWay, last) ?? -1;
          underWay[last] = (underWay[last] ?? 0) + 1;
        }
        expect(Math.max(...underWay) - Math.min(...underWay)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});
