import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordedAttempt } from "../../../src/domain/recording.ts";
import { exchangeOf, recordedOf } from "../../../src/transport/recordings/exchange.ts";
import { bodyFields } from "../../../src/transport/recordings/file.ts";
import { attemptOf } from "./attempts.ts";

const tick = fc.nat(100_000);
const attempt = fc
  .record({
    at: tick,
    reads: fc.array(fc.tuple(tick, fc.uint8Array({ maxLength: 9 })), { maxLength: 6 }),
    after: tick,
    how: fc.constantFrom("eof" as const, "error" as const, "silence" as const),
  })
  .map(({ at, reads, after, how }): RecordedAttempt => {
    const { body: _, ...rest } = attemptOf();
    return {
      ...rest,
      head: { at, status: 200, headers: { "content-type": "text/event-stream" } },
      ...bodyFields(Buffer.concat(reads.map(([, bytes]) => bytes))),
      reads: reads.map(([delay, bytes]) => [delay, bytes.length]),
      end: { after, how, ...(how === "error" ? { code: "ECONNRESET" } : {}) },
    };
  });

describe("an exchange and its recording", () => {
  it("are one: what is played is recorded as it was", () => {
    fc.assert(
      fc.property(attempt, (recorded) => {
        const { head, reads, end } = recorded;
        expect(recordedOf(exchangeOf(recorded))).toEqual({ head, reads, end });
      }),
      { numRuns: 100 },
    );
  });

  it("has all of the body in its reads, at times that never go back", () => {
    fc.assert(
      fc.property(attempt, (recorded) => {
        const { reads, end } = exchangeOf(recorded);
        const times = [...reads.map(({ at }) => at), end.at];
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(bodyFields(Buffer.concat(reads.map(({ bytes }) => bytes)))).toEqual(
          recorded.body === undefined ? { base64: recorded.base64 } : { body: recorded.body },
        );
      }),
      { numRuns: 60 },
    );
  });

  it("rounds each time by itself: a thousand reads are as late in the end as they were", () => {
    const reads = Array.from({ length: 1000 }, (_, i) => ({ at: 10 + i * 0.26, bytes: Uint8Array.of(65) }));
    const recorded = recordedOf({ head: { at: 10, status: 200, headers: {} }, reads, end: { at: 270.04, how: "eof" } });
    const sum = recorded.reads.reduce((total, [after]) => total + after, 0);
    expect(100 + sum).toBe(Math.round((10 + 999 * 0.26) * 10));
    expect(100 + sum + recorded.end.after).toBe(2700);
  });

  it("needs no answer", () => {
    const { head: _, body: __, ...rest } = attemptOf();
    const refused: RecordedAttempt = { ...rest, reads: [], end: { after: 12, how: "error", code: "ECONNREFUSED" } };
    expect(exchangeOf(refused)).toEqual({
      head: undefined,
      reads: [],
      end: { at: 1.2, how: "error", code: "ECONNREFUSED" },
    });
    expect(recordedOf(exchangeOf(refused))).toEqual({ reads: [], end: refused.end });
  });
});
