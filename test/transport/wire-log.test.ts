import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WireLog } from "../../src/domain/wire.ts";
import { errorCode } from "../../src/transport/error-code.ts";
import { type LiveTransport, liveTransport } from "../../src/transport/live.ts";
import { logged, newWireLog } from "../../src/transport/wire-log.ts";
import { ANTHROPIC_ERRORS, OPENAI_ERRORS } from "./error-bodies.ts";
import { WIRES } from "./frames.ts";
import { type Behaviour, serve } from "./server.ts";

const now = (): number => performance.now();
let live: LiveTransport;
beforeEach(() => {
  live = liveTransport({ now });
});
afterEach(() => live.close());

type Read = { readonly log: WireLog; readonly bytes: Buffer; readonly error?: unknown };

/** One exchange with a real server, read to whatever end it has; neither side leaves a connection. */
async function exchange(behaviour: Behaviour, init?: RequestInit, path = "/v1/x?key=secret"): Promise<Read> {
  const server = await serve([behaviour]);
  const log = newWireLog();
  const parts: Uint8Array[] = [];
  try {
    const response = await live.logged(log)(server.url + path, init);
    for await (const part of response.body ?? []) parts.push(part as Uint8Array);
    return { log, bytes: Buffer.concat(parts) };
  } catch (error) {
    return { log, bytes: Buffer.concat(parts), error };
  } finally {
    await live.close();
    await server.close();
  }
}

const ascending = (times: readonly (number | undefined)[]): boolean =>
  times.every((time, i) => time !== undefined && time >= (times[i - 1] ?? 0));

test.each(Object.entries(WIRES))(
  "%s: bytes are the same and times ascend, in any cut of the frames",
  async (_, wire) => {
    for (const cut of [undefined, 7, 100_000]) {
      live = liveTransport({ now });
      const { log, bytes } = await exchange(
        { does: "stream", frames: wire.frames, ...(cut === undefined ? {} : { cut }) },
        { method: "POST", body: "{}" },
        `${wire.path.split("?")[0]}?key=secret`,
      );
      expect(bytes.toString()).toBe(wire.frames.join(""));
      expect(log).toMatchObject({
        method: "POST",
        status: 200,
        ended: "eof",
        bytes: bytes.length,
        connectionReused: false,
      });
      expect(log.url).toMatch(/^127\.0\.0\.1:\d+\/v1/);
      expect(log.url).not.toContain("?");
      expect(ascending([log.sent, log.headers, log.firstByte, ...log.chunks.map(({ at }) => at), log.end])).toBe(true);
      expect(log.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0)).toBe(log.bytes);
      expect(log.errorCode).toBeUndefined();
      if (cut === undefined) expect(log.chunks.length).toBeGreaterThan(1);
    }
  },
);

test("of the headers only those about limits are kept, and the request id", async () => {
  const openai = await exchange({ does: "answer", ...OPENAI_ERRORS[429] });
  expect(openai.log).toMatchObject({ status: 429, requestId: "req_openai_429", ended: "eof" });
  expect(openai.log.kept).toEqual({
    "retry-after": "2",
    "retry-after-ms": "1500",
    "x-ratelimit-limit-requests": "60",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-reset-requests": "6m0s",
  });
  live = liveTransport({ now });
  const anthropic = await exchange({ does: "answer", ...ANTHROPIC_ERRORS[529] });
  expect(anthropic.log).toMatchObject({ requestId: "req_anthropic_529", kept: { "x-should-retry": "true" } });
});

test("a key in a header, in the query or in the address is not in the log", async () => {
  const key = "sk-very-secret-key";
  const headers = { authorization: `Bearer ${key}`, "x-api-key": key, "x-goog-api-key": key };
  const answer = {
    "set-cookie": key,
    "www-authenticate": key,
    "x-tokenwon-simulated": "1",
    "server-timing": "a;dur=1",
  };
  const { log } = await exchange({ does: "answer", status: 200, headers: answer }, { headers }, `/p?key=${key}`);
  expect(JSON.stringify(log)).not.toContain(key);
  expect(log.kept).toEqual({ "x-tokenwon-simulated": "1", "server-timing": "a;dur=1" });
});

test("an empty answer, and one that has no body, end well without a first byte", async () => {
  for (const status of [200, 204]) {
    live = liveTransport({ now });
    const { log } = await exchange({ does: "answer", status });
    expect(log).toMatchObject({ status, ended: "eof", bytes: 0, chunks: [] });
    expect(log.firstByte).toBeUndefined();
  }
});

test("a compressed answer is flagged, and comes in fewer reads than frames", async () => {
  const { frames } = WIRES.GEMINI;
  const { log, bytes } = await exchange({ does: "stream", frames, gzip: true, gapMs: 1 });
  expect(bytes.toString()).toBe(frames.join(""));
  expect(log.contentEncoding).toBe("gzip");
  expect(log.chunks.length).toBeLessThan(frames.length);
});

test("a connection that breaks in the body, and one before the headers, leave their code", async () => {
  const cut = await exchange({ does: "stream", frames: WIRES.GEMINI.frames, after: 2, then: "close" });
  expect(cut.log).toMatchObject({ status: 200, ended: "error", errorCode: "UND_ERR_SOCKET" });
  expect(cut.log.bytes).toBe(cut.bytes.length);
  live = liveTransport({ now });
  const reset = await exchange({ does: "hang-up", how: "reset" });
  expect(reset.log).toMatchObject({ ended: "error", errorCode: "ECONNRESET" });
  expect([reset.log.status, reset.log.headers]).toEqual([undefined, undefined]);
  expect(ascending([reset.log.sent, reset.log.end])).toBe(true);
});

test("what the caller ends is not an error of the wire: before the headers, and in the body", async () => {
  for (const behaviour of [
    { does: "no-headers" },
    { does: "stream", frames: WIRES.GEMINI.frames, after: 2, then: "stall" },
  ] as const) {
    live = liveTransport({ now });
    const { log, error } = await exchange(behaviour, { signal: AbortSignal.timeout(30) });
    expect(error).toMatchObject({ name: "TimeoutError" });
    expect(log.ended).toBe("cancel");
    expect(log.errorCode).toBeUndefined();
    expect(log.end).toBeGreaterThan(0);
  }
});

test("a reader that stops closes the connection, and reads nothing ahead", async () => {
  let pulled = 0;
  let cancelled: unknown;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => controller.enqueue(Uint8Array.of(pulled++)),
      cancel: (reason) => {
        cancelled = reason;
      },
    },
    { highWaterMark: 0 },
  );
  const log = newWireLog();
  const response = await logged(() => Promise.resolve(new Response(body)), log, now)("http://h/p");
  expect(pulled).toBe(0);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  await reader.read();
  expect(pulled).toBe(2);
  await reader.cancel("enough");
  expect(cancelled).toBe("enough");
  expect(log).toMatchObject({ ended: "cancel", bytes: 2, url: "h/p" });
});

test("the answer keeps its address, status and headers", async () => {
  const inner = Object.defineProperty(new Response("x", { status: 418, statusText: "T", headers: { a: "b" } }), "url", {
    value: "http://h/q",
  });
  const outer = await logged(() => Promise.resolve(inner), newWireLog(), now)("http://h/p");
  expect(outer).toMatchObject({ status: 418, statusText: "T", url: "http://h/q" });
  expect(outer.headers.get("a")).toBe("b");
});

test("a second exchange in the same log is refused", async () => {
  const fetch = logged(() => Promise.resolve(new Response("x")), newWireLog(), now);
  await fetch("http://h/p");
  await expect(fetch("http://h/p")).rejects.toThrow("holds one exchange");
});

test("the code is the first in the chain of causes, and a ring of causes ends", () => {
  const socket = Object.assign(new Error("read"), { code: "ECONNRESET" });
  expect(errorCode(new Error("sdk", { cause: new TypeError("fetch failed", { cause: socket }) }))).toBe("ECONNRESET");
  expect(errorCode(new TypeError("f", { cause: new AggregateError([socket]) }))).toBe("ECONNRESET");
  const ring = new Error("a");
  ring.cause = ring;
  fc.assert(fc.property(fc.anything(), (thing) => errorCode(thing) === undefined));
  expect(errorCode(ring)).toBeUndefined();
  expect(errorCode(new DOMException("aborted", "AbortError"))).toBeUndefined();
});
