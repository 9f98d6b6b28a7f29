import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beganIn, endedIn, steadyPart } from "../../../src/measure/latency/steady.ts";
import { slowSteady } from "./slow.ts";

type Log = readonly { readonly start: number; readonly end: number }[];

const partOf = (log: Log): ReturnType<typeof steadyPart> =>
  steadyPart(
    Float64Array.from(log, ({ start }) => start),
    Float64Array.from(log, ({ end }) => end),
  );

/** A closed loop: each of `lanes` begins its next attempt as the last one ends, the first ones a step apart. */
const closedLoop = (lanes: number, rounds: number, ms: number, step: number): Log =>
  Array.from({ length: lanes * rounds }, (_, i) => {
    const start = (i % lanes) * step + Math.floor(i / lanes) * ms;
    return { start, end: start + ms };
  });

describe("the steady part of a run", () => {
  it("is all of a run of one after the other", () => {
    expect(partOf(closedLoop(1, 30, 100, 0))).toEqual({ from: 0, to: 3000, began: 30, ended: 30 });
  });

  it("cuts the ramp and the drain of a closed loop, and has its true rate", () => {
    // Four lanes, 100 ms apart: 10 a second.
    const part = partOf(closedLoop(4, 10, 400, 100));
    expect(part).toEqual({ from: 300, to: 4000, began: 37, ended: 37 });
  });

  it("is the same with one attempt that hangs at the end", () => {
    const log = closedLoop(4, 10, 400, 100);
    const hanging = log.map((attempt, i) => (i === log.length - 1 ? { ...attempt, end: 600_000 } : attempt));
    expect(partOf(hanging)).toEqual(partOf(log));
  });

  it("is not moved by a burst of more than usual", () => {
    const log = [...closedLoop(4, 10, 400, 100), ...Array.from({ length: 5 }, () => ({ start: 2010, end: 2020 }))];
    expect(partOf(log)).toMatchObject({ from: 300, to: 4000 });
  });

  it("holds a dip in its middle", () => {
    const log = closedLoop(1, 30, 100, 0).map(({ start, end }) =>
      start < 1500 ? { start, end } : { start: start + 2000, end: end + 2000 },
    );
    expect(partOf(log)).toMatchObject({ from: 0, to: 5000, ended: 30 });
  });

  it.each([
    ["no attempts", []],
    ["19 ends", closedLoop(1, 19, 100, 0)],
    ["less than a second", closedLoop(1, 30, 33, 0)],
    ["nothing under way at any time", Array.from({ length: 40 }, (_, i) => ({ start: i * 100, end: i * 100 }))],
  ])("is unknown of %s", (_, log) => {
    expect(partOf(log)).toBeUndefined();
  });

  it("begins with a start and ends with an end", () => {
    const part = { from: 100, to: 200 };
    expect([100, 150, 200].map((at) => beganIn(part, at))).toEqual([true, true, false]);
    expect([100, 150, 200].map((at) => endedIn(part, at))).toEqual([false, true, true]);
  });

  it("is that of the definition, whatever the log and its order", () => {
    const attempt = fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 20 }) });
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 15, maxLength: 80 }), (attempts) => {
        const log = attempts.map(({ start, length }) => ({ start: start * 50, end: (start + length) * 50 }));
        expect(partOf(log)).toEqual(slowSteady(log));
        expect(partOf(log.toReversed())).toEqual(partOf(log));
      }),
      { numRuns: 100 },
    );
  });
});

it("is none of a run that was broken off and gone on with: it has no one rate", () => {
  const session = (from: number) =>
    Array.from({ length: 60 }, (_, i) => ({ start: from + i * 100, end: from + i * 100 + 400 }));
  expect(partOf(session(0))).toBeDefined();
  expect(partOf([...session(0), ...session(7_000)])).toBeDefined();
  expect(partOf([...session(0), ...session(3_600_000)])).toBeUndefined();
});
