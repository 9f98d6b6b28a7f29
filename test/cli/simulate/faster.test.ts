import fc from "fast-check";
import { expect, it } from "vitest";
import { faster } from "../../../src/cli/simulate/faster.ts";
import type { Exchange } from "../../../src/domain/exchange.ts";
import { exchange } from "./exchanges.ts";

const REQUEST = { method: "POST", path: "/v1/messages", body: "{}", now: 60 };

it("divides every time and nothing else, and its own clock runs as much faster", () => {
  const asked: number[] = [];
  const planned = exchange(["안", "녕"], "cut", 10);
  const twice = faster({ answer: ({ now }) => (asked.push(now), planned) }, 2);
  const { head, reads, end } = planned;
  expect(twice.answer(REQUEST)).toEqual({
    head: { ...head, at: 2.5 },
    reads: [
      { at: 5, bytes: reads[0]?.bytes },
      { at: 10, bytes: reads[1]?.bytes },
    ],
    end: { ...end, at: 10 },
  });
  expect(asked).toEqual([120]);
});

it("times still never decrease, whatever the speed", () => {
  const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true })).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(times, fc.double({ min: 0.01, max: 1000, noNaN: true }), (all, speed) => {
      const reads = all.map((at) => ({ at, bytes: new Uint8Array() }));
      const plan: Exchange = { head: undefined, reads, end: { at: all.at(-1) ?? 0, how: "eof" } };
      const played = faster({ answer: () => plan }, speed).answer(REQUEST);
      const at = [...played.reads.map((read) => read.at), played.end.at];
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }),
  );
});
