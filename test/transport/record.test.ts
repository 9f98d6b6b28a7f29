import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/domain/exchange.ts";
import { virtualClock } from "../../src/run/virtual-clock.ts";
import { play } from "../../src/transport/play.ts";
import { recorder } from "../../src/transport/record.ts";

const virtual = (): ReturnType<typeof virtualClock> => virtualClock((what) => void setImmediate(what));
const URL = "https://api.example.com/proxy/v1/chat/completions";
const INIT = {
  method: "POST",
  body: JSON.stringify({ model: "m", messages: [] }),
  headers: { authorization: "Bearer none" },
};

/** Times in ms, never decreasing. */
const steps = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(500), { minLength: count, maxLength: count }).map((gaps) => {
    let at = 0;
    return gaps.map((gap) => (at += gap));
  });
const ended = fc.oneof(
  fc.constant({ how: "eof" } as const),
  fc.constantFrom("ECONNRESET", "UND_ERR_SOCKET").map((code) => ({ how: "error", code }) as const),
);
const exchanges: fc.Arbitrary<Exchange> = fc
  .array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 6 })
  .chain((bodies) =>
    fc.record({ times: steps(bodies.length + 2), end: ended, hasHead: fc.boolean() }).map(({ times, end, hasHead }) => {
      const [first = 0, ...others] = times;
      const at = others.at(-1) ?? first;
      if (!hasHead) return { head: undefined, reads: [], end: { at, how: "error", code: "ECONNRESET" } as const };
      return {
        head: { at: first, status: 200, headers: { "content-type": "text/event-stream" } },
        reads: bodies.map((bytes, i) => ({ at: others[i] ?? at, bytes })),
        end: { at, ...end },
      };
    }),
  );

describe("recording what is played", () => {
  it("gives the exchange again: bytes, reads, times and end", async () => {
    await fc.assert(
      fc.asyncProperty(exchanges, async (exchange) => {
        const clock = virtual();
        const tape = recorder((_, init) => play(exchange, clock, init?.signal ?? undefined), clock.now);
        await clock.during(async () => {
          try {
            await (await tape.fetch(URL, INIT)).arrayBuffer();
          } catch {
            // As it was to end.
          }
        });
        const captured = tape.captured();
        expect(captured?.exchange).toEqual(exchange);
        expect(captured?.request).toEqual({
          method: "POST",
          path: "/chat/completions",
          body: { model: "m", messages: [] },
        });
      }),
      { numRuns: 60 },
    );
  });

  it("calls it silence where the reader left before the end", async () => {
    const clock = virtual();
    const exchange: Exchange = {
      head: { at: 5, status: 200, headers: {} },
      reads: [{ at: 10, bytes: new Uint8Array([1]) }],
      end: { at: 1000, how: "silence" },
    };
    const stop = new AbortController();
    const tape = recorder((_, init) => play(exchange, clock, init?.signal ?? undefined), clock.now);
    clock.after(250, () => stop.abort());
    await clock.during(() =>
      tape
        .fetch(URL, { ...INIT, signal: stop.signal })
        .then((response) => response.text())
        .catch(() => undefined),
    );
    expect(tape.captured()?.exchange).toEqual({ ...exchange, end: { at: 250, how: "silence" } });
  });

  it("holds one exchange: an SDK that asks again by itself is an error", async () => {
    const clock = virtual();
    const exchange: Exchange = { head: { at: 0, status: 200, headers: {} }, reads: [], end: { at: 0, how: "eof" } };
    const tape = recorder(() => play(exchange, clock, undefined), clock.now);
    await clock.during(async () => {
      await tape.fetch(URL, INIT);
      await expect(tape.fetch(URL, INIT)).rejects.toThrow("a second was asked for");
    });
  });
});

describe("playing", () => {
  it("never gives a status without a body one", async () => {
    const clock = virtual();
    const exchange: Exchange = { head: { at: 3, status: 204, headers: {} }, reads: [], end: { at: 3, how: "eof" } };
    const { status, body } = await clock.during(() => play(exchange, clock, undefined));
    expect([status, body, clock.now()]).toEqual([204, null, 3]);
  });

  it("ends at once when it is aborted, whatever it waits for", async () => {
    const clock = virtual();
    const silent: Exchange = { head: undefined, reads: [], end: { at: 0, how: "silence" } };
    const stop = new AbortController();
    clock.after(40, () => stop.abort(new Error("enough")));
    await expect(clock.during(() => play(silent, clock, stop.signal))).rejects.toThrow("enough");
    expect(clock.now()).toBe(40);
  });
});
