import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { wheel } from "../../../src/cli/calibrate/wheel.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("does things in the order of their times, none before its own, and holds no timer when all are done", () => {
  const did: [name: string, at: number][] = [];
  const { at } = wheel(() => performance.now());
  const began = performance.now();
  const plan = (name: string, after: number, then?: () => void): void =>
    at(began + after, () => {
      did.push([name, performance.now() - began]);
      then?.();
    });
  plan("third", 7.5);
  plan("first", 2, () => {
    plan("late already", 1);
    plan("second", 5);
  });
  vi.advanceTimersByTime(20);
  expect(did.map(([name]) => name)).toEqual(["first", "late already", "second", "third"]);
  for (const [name, time] of did) expect(time, name).toBeGreaterThanOrEqual({ third: 7.5, second: 5 }[name] ?? 1);
  expect(vi.getTimerCount()).toBe(0);
  plan("after a pause", 30);
  vi.advanceTimersByTime(20);
  expect(did.at(-1)?.[0]).toBe("after a pause");
});

it("does nothing more once it is stopped", () => {
  const { at, stop } = wheel(() => performance.now());
  let did = 0;
  at(performance.now() + 3, () => did++);
  stop();
  vi.advanceTimersByTime(20);
  expect([did, vi.getTimerCount()]).toEqual([0, 0]);
});
