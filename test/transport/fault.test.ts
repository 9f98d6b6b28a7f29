import { afterEach, beforeEach, expect, test } from "vitest";
import { type Fault, faulty } from "../../src/transport/fault.ts";
import { type LiveTransport, liveTransport } from "../../src/transport/live.ts";
import { logged, newWireLog } from "../../src/transport/wire-log.ts";
import { OPENAI_ERRORS } from "./error-bodies.ts";
import { ANTHROPIC_MESSAGES, GEMINI } from "./frames.ts";
import { type Behaviour, type Stream, serve } from "./server.ts";

const now = (): number => performance.now();
const noSleep = (): Promise<void> => Promise.resolve();
const rejections: unknown[] = [];
const onRejection = (reason: unknown): void => void rejections.push(reason);
let live: LiveTransport;
beforeEach(() => {
  rejections.length = 0;
  process.on("unhandledRejection", onRejection);
  live = liveTransport({ now });
});
afterEach(async () => {
  await live.close();
  await new Promise(setImmediate);
  process.off("unhandledRejection", onRejection);
  expect(rejections).toEqual([]);
});

const { frames } = ANTHROPIC_MESSAGES;
const FEW = 5;
const whole = frames.join("");
const few = Buffer.byteLength(frames.slice(0, FEW).join(""));

/** What a caller sees of an error. */
type Shape = { readonly name: string; readonly message: string; readonly cause?: Shape; readonly code?: unknown };
const shape = (error: unknown): Shape => {
  const { name, message, cause } = error as Error;
  const code = error instanceof DOMException ? undefined : (error as { readonly code?: unknown }).code;
  return { name, message, ...(code !== undefined && { code }), ...(cause !== undefined && { cause: shape(cause) }) };
};

type Seen = {
  readonly status?: number;
  readonly text: string;
  readonly error?: Shape;
  readonly ended: unknown;
  readonly errorCode: unknown;
};

/** How a caller gives up where nothing more comes: not at all, by a plain abort, or with a reason of its own. */
type GivingUp = "never" | "abort" | "reason";

/** What a caller sees of one exchange with this server through this fault. */
async function see(behaviour: Behaviour, fault: Fault | undefined, givingUp: GivingUp): Promise<Seen> {
  const server = await serve([behaviour]);
  const stop = new AbortController();
  const giveUp = (): void => {
    if (givingUp === "reason") stop.abort(new RangeError("idle deadline"));
    if (givingUp === "abort") stop.abort();
  };
  const silent = fault?.kind === "noheaders" || behaviour.does === "no-headers";
  const timer = silent ? setTimeout(giveUp, 10) : undefined;
  const log = newWireLog();
  const fetch = logged(faulty(live.observed(log), [fault], noSleep), log, now);
  const parts: Uint8Array[] = [];
  let seen: { readonly status?: number; readonly error?: Shape } = {};
  try {
    const { status, body } = await fetch(server.url, { signal: stop.signal });
    seen = { status };
    for await (const part of body ?? []) {
      parts.push(part as Uint8Array);
      if (log.bytes >= few) giveUp();
    }
  } catch (error) {
    seen = { ...seen, error: shape(error) };
  }
  clearTimeout(timer);
  await live.close();
  live = liveTransport({ now });
  await server.close();
  return { ...seen, text: Buffer.concat(parts).toString(), ended: log.ended, errorCode: log.errorCode };
}

const well: Stream = { does: "stream", frames };
const begun: Stream = { ...well, after: FEW };
const limited = OPENAI_ERRORS[429];
const bad = "data: {\n\n";
const withBad: Stream = { ...well, frames: [...frames.slice(0, FEW), bad, ...frames.slice(FEW)] };
const next = frames.slice(FEW)[0] as string;
const half = Buffer.byteLength(next.slice(0, next.length / 2));

test.each<readonly [string, Fault, Behaviour, GivingUp]>([
  ["closed before the headers", { kind: "reset", code: "UND_ERR_SOCKET" }, { does: "hang-up", how: "close" }, "never"],
  ["reset before the headers", { kind: "reset" }, { does: "hang-up", how: "reset" }, "never"],
  ["no headers, aborted", { kind: "noheaders" }, { does: "no-headers" }, "abort"],
  ["no headers, our own reason", { kind: "noheaders" }, { does: "no-headers" }, "reason"],
  ["closed in the body", { kind: "cut", after: few }, { ...begun, then: "close" }, "never"],
  ["reset in the body", { kind: "cut", after: few, code: "ECONNRESET" }, { ...begun, then: "reset" }, "never"],
  ["clean end", { kind: "end", after: few }, begun, "never"],
  ["half a frame", { kind: "end", after: few + half }, { ...begun, then: "half" }, "never"],
  ["empty body", { kind: "end", after: 0 }, { does: "answer", status: 200 }, "never"],
  ["stall, aborted", { kind: "stall", after: few }, { ...begun, then: "stall" }, "abort"],
  ["stall, our own reason", { kind: "stall", after: few }, { ...begun, then: "stall" }, "reason"],
  ["status 429", { kind: "status", ...limited }, { does: "answer", ...limited }, "never"],
  ["bad frame", { kind: "inject", after: few, frame: bad }, withBad, "never"],
  ["compressed, not flushed", { kind: "gzip-burst" }, { ...well, gzip: true }, "never"],
  ["in small pieces", { kind: "bytes", size: 97 }, { ...well, cut: 97 }, "never"],
])("a fault looks as if the server had done it: %s", async (_, fault, behaviour, givingUp) => {
  expect(await see(well, fault, givingUp)).toEqual(await see(behaviour, undefined, givingUp));
});

test("a name that is not known fails as getaddrinfo does", async () => {
  const fetch = faulty(live.fetch, [{ kind: "dns" }], noSleep);
  await expect(fetch("http://nowhere.invalid/x").catch(shape)).resolves.toEqual({
    name: "TypeError",
    message: "fetch failed",
    cause: { name: "Error", message: "getaddrinfo ENOTFOUND nowhere.invalid", code: "ENOTFOUND" },
  });
});

/** An inner fetch that needs no network: one read per frame. */
const plain = (): Promise<Response> => {
  const left = [...frames];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const frame = left.shift();
      if (frame === undefined) controller.close();
      else controller.enqueue(Buffer.from(frame));
    },
  });
  return Promise.resolve(new Response(body));
};

test("each call takes the next fault of the plan, then none", async () => {
  const fetch = faulty(plain, [{ kind: "reset" }, undefined, { kind: "status", status: 503, body: "later" }], noSleep);
  await expect(fetch("http://h")).rejects.toThrow("fetch failed");
  await expect((await fetch("http://h")).text()).resolves.toBe(whole);
  const third = await fetch("http://h");
  expect([third.status, await third.text()]).toEqual([503, "later"]);
  await expect((await fetch("http://h")).text()).resolves.toBe(whole);
});

test("slow waits before every read by the sleep that it was given", async () => {
  const slept: number[] = [];
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    return Promise.resolve();
  };
  const response = await faulty(plain, [{ kind: "slow", ms: 250 }], sleep)("http://h");
  await expect(response.text()).resolves.toBe(whole);
  expect(slept).toEqual(frames.map(() => 250));
});

test("a burst is one read, flagged in the log, of plain bytes", async () => {
  const log = newWireLog();
  const response = await logged(faulty(plain, [{ kind: "gzip-burst" }], noSleep), log, now)("http://h");
  await expect(response.text()).resolves.toBe(whole);
  expect([log.contentEncoding, log.chunks.length]).toEqual(["gzip", 1]);
});

test("a body shorter than the place of its fault breaks at its end", async () => {
  const read = async (fault: Fault): Promise<string> => (await faulty(plain, [fault], noSleep)("http://h")).text();
  await expect(read({ kind: "end", after: 1e9 })).resolves.toBe(whole);
  await expect(read({ kind: "inject", after: 1e9, frame: "!" })).resolves.toBe(`${whole}!`);
  await expect(read({ kind: "cut", after: 1e9 })).rejects.toThrow("terminated");
});

test.each<Fault>([
  { kind: "reset" },
  { kind: "noheaders" },
  { kind: "status", status: 500 },
  { kind: "stall", after: 3 },
  { kind: "slow", ms: 1 },
  { kind: "bytes", size: 2 },
])("an aborted signal is obeyed whatever the fault: $kind", async (fault) => {
  const before = faulty(plain, [fault], noSleep)("http://h", { signal: AbortSignal.abort() });
  await expect(before).rejects.toMatchObject({ name: "AbortError" });
  if (fault.kind === "reset" || fault.kind === "noheaders") return;
  const stop = new AbortController();
  const response = await faulty(
    plain,
    [fault],
    () => new Promise(() => undefined),
  )("http://h", { signal: stop.signal });
  const reading = response.text();
  stop.abort();
  if (fault.kind !== "status") await expect(reading).rejects.toMatchObject({ name: "AbortError" });
});

test("a reader that stops in a stall is let go, and so is the server", async () => {
  const server = await serve([{ does: "stream", frames: GEMINI.frames, gapMs: 1, then: "stall" }]);
  const log = newWireLog();
  const fetch = logged(faulty(live.observed(log), [{ kind: "stall", after: 10 }], noSleep), log, now);
  const reader = ((await fetch(server.url)).body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  const silent = reader.read();
  await reader.cancel("idle");
  await expect(silent).resolves.toMatchObject({ done: true });
  expect(log).toMatchObject({ ended: "cancel", bytes: 10 });
  // The client is still open: the connection must end by the cancel alone.
  await server.close();
});
