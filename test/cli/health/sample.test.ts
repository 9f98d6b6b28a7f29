import { expect, it } from "vitest";
import type { Machine } from "../../../src/cli/health/machine.ts";
import { sample } from "../../../src/cli/health/sample.ts";
import { HealthWindow } from "../../../src/domain/health.ts";

/** A machine whose time is told, and whose readings count up since they were read. */
function told(): { readonly machine: Machine; readonly pass: (ms: number) => void; readonly ended: () => boolean } {
  let now = 1000;
  let read = 1000;
  let tick: { readonly every: number; readonly what: () => void; due: number } | undefined;
  let ended = false;
  const since = (): number => {
    const ms = now - read;
    read = now;
    return ms;
  };
  return {
    machine: {
      wall: () => now,
      utilisation: () => 0.25,
      delays: () => ({ p50: 0.0004, p99: 1.23456, max: 7 }),
      gcMs: since,
      load: () => 1.5,
      cores: 2,
      rssMb: () => 99.6,
      sockets: () => 3,
      every: (every, what) => {
        tick = { every, what, due: now + every };
        return () => {
          tick = undefined;
        };
      },
      end: () => {
        ended = true;
      },
    },
    pass: (ms) => {
      now += ms;
      if (tick === undefined || now < tick.due) return;
      tick.due = now + tick.every;
      tick.what();
    },
    ended: () => ended,
  };
}

it("keeps a window a second, one after the other, and what is left of the last", () => {
  const { machine, pass, ended } = told();
  const kept: HealthWindow[] = [];
  let underWay = 5;
  pass(400);
  const stop = sample(machine, { process: 2, underWay: () => underWay, keep: (window) => kept.push(window) });
  pass(1000);
  underWay = 6;
  // A loop that is late makes a longer window.
  pass(1700);
  pass(300);
  stop();
  expect(kept.map(({ from, to, gc_ms, under_way }) => [from, to, gc_ms, under_way])).toEqual([
    [1400, 2400, 1000, 5],
    [2400, 4100, 1700, 6],
    [4100, 4400, 300, 6],
  ]);
  expect(HealthWindow.parse(kept[0])).toMatchObject({
    process: 2,
    utilisation: 0.25,
    delay_p50_ms: 0,
    delay_p99_ms: 1.235,
    delay_max_ms: 7,
    load: 1.5,
    cores: 2,
    rss_mb: 100,
    sockets: 3,
  });
  expect(ended()).toBe(true);
});

it.each([
  [[1000, 249], 1],
  [[1000, 250], 2],
  // Of a run that took no second it is all there is.
  [[40], 1],
])("after %j ms: %d windows", (times, windows) => {
  const { machine, pass } = told();
  let kept = 0;
  const stop = sample(machine, { process: 0, underWay: () => 0, keep: () => kept++ });
  for (const ms of times) pass(ms);
  stop();
  expect(kept).toBe(windows);
});
