import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { virtualClock } from "../../src/run/virtual-clock.ts";

const clock = (): ReturnType<typeof virtualClock> => virtualClock((what) => void setImmediate(what));

describe("a virtual clock", () => {
  it("jumps to each moment in its order, and those of one moment in the order of asking", async () => {
    const { after, during, now, sleep } = clock();
    const seen: [string, number][] = [];
    const note = (name: string) => (): void => void seen.push([name, now()]);
    await during(async () => {
      after(30, note("third"));
      after(10, note("first"));
      after(30, note("fourth"));
      after(20, note("second"));
      after(20, note("called off"))();
      await sleep(3_600_000);
    });
    expect(seen.map(([name]) => name)).toEqual(["first", "second", "third", "fourth"]);
    expect(seen.map(([, at]) => at)).toEqual([10, 20, 30, 30]);
    expect(now()).toBe(3_600_000);
  });

  it("stands still while anybody works, whatever the machine takes for it", async () => {
    const { during, now, sleep } = clock();
    const stamps: number[] = [];
    await Promise.all([
      during(async () => {
        await sleep(5);
        stamps.push(now());
      }),
      during(async () => {
        // Several turns of the machine, and none of the clock.
        for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
        stamps.push(now());
        await sleep(1);
        stamps.push(now());
      }),
    ]);
    expect(stamps).toEqual([0, 1, 5]);
  });

  it("lets an endless wait end by its signal alone, which a timer may raise", async () => {
    const { after, during, now, sleep } = clock();
    const stop = new AbortController();
    after(600, () => stop.abort(new Error("enough")));
    await expect(during(() => sleep(Number.POSITIVE_INFINITY, stop.signal))).rejects.toThrow("enough");
    expect(now()).toBe(600);
    await expect(during(() => sleep(1, stop.signal))).rejects.toThrow("enough");
    // Nothing is left over: time passes as before.
    await during(() => sleep(7));
    expect(now()).toBe(607);
  });

  it("is the same for any number of sleepers, each as if it were alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.nat(50), { maxLength: 5 }), { maxLength: 6 }), async (sleepers) => {
        const { during, now, sleep } = clock();
        const ends = await Promise.all(
          sleepers.map((naps) =>
            during(async () => {
              for (const ms of naps) await sleep(ms);
              return now();
            }),
          ),
        );
        expect(ends).toEqual(sleepers.map((naps) => naps.reduce((sum, ms) => sum + ms, 0)));
      }),
    );
  });

  it("tells whoever paces it how long each step is", async () => {
    const steps: number[] = [];
    const { during, sleep } = virtualClock((what, ms) => {
      steps.push(ms);
      setImmediate(what);
    });
    await during(async () => {
      await sleep(40);
      await sleep(2);
    });
    expect(steps).toEqual([40, 2]);
  });
});
