import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AGENT_OPTIONS, type LiveTransport, liveTransport } from "../../src/transport/live.ts";
import { logged, newWireLog } from "../../src/transport/wire-log.ts";
import { OPENAI_CHAT } from "./frames.ts";
import { serve } from "./server.ts";

const now = (): number => performance.now();
let live: LiveTransport;
beforeEach(() => {
  live = liveTransport({ now });
});
afterEach(() => live.close());

const ok = [{ does: "answer", status: 200, body: "{}" }] as const;

test("silence is not limited by the client, connections are kept for a minute, and making one has half a minute", () => {
  expect(AGENT_OPTIONS).toEqual({
    keepAliveTimeout: 60_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 30_000 },
  });
});

test("every request asks for a plain body, whatever the caller says, in each form of the arguments", async () => {
  const server = await serve(ok);
  const headers = { "accept-encoding": "gzip, br", "x-own": "1" };
  const body = "안녕";
  await (await live.fetch(`${server.url}/a`)).text();
  await (await live.fetch(new URL("/b", server.url), { method: "POST", headers, body })).text();
  await (await live.fetch(new Request(`${server.url}/c`, { method: "POST", headers, body }))).text();
  await (await live.fetch(new Request(`${server.url}/d`, { headers }), { headers: { "x-own": "2" } })).text();
  await live.close();
  await server.close();
  expect(server.requests.map((request) => request.headers["accept-encoding"])).toEqual(Array(4).fill("identity"));
  expect(server.requests.map((request) => request.headers["x-own"])).toEqual([undefined, "1", "1", "2"]);
  expect(server.requests.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual([
    "GET /a ",
    "POST /b 안녕",
    "POST /c 안녕",
    "GET /d ",
  ]);
});

test("neither the global fetch nor its dispatcher is touched", async () => {
  const dispatcher = Symbol.for("undici.globalDispatcher.1");
  const before = [globalThis.fetch, Reflect.get(globalThis, dispatcher)];
  const server = await serve(ok);
  const other = liveTransport({ now });
  await (await other.fetch(`${server.url}/a`)).text();
  await other.close();
  await server.close();
  expect([globalThis.fetch, Reflect.get(globalThis, dispatcher)]).toEqual(before);
});

test("a second exchange reuses the connection of the first, and a request at the same time opens another", async () => {
  const server = await serve([{ does: "stream", frames: ["a", "b"], gapMs: 1 }]);
  const ask = async (): Promise<boolean | undefined> => {
    const log = newWireLog();
    const response = await live.logged(log)(`${server.url}/a`);
    await response.text();
    // undici gives a connection back one turn of the loop after the end of its answer.
    await new Promise(setImmediate);
    return log.connectionReused;
  };
  expect([await ask(), await ask()]).toEqual([false, true]);
  expect((await Promise.all([ask(), ask()])).sort()).toEqual([false, true]);
  expect(server.sockets().accepted).toBe(2);
  await live.close();
  await server.close();
});

test("exchanges at the same time are kept apart, and one that nobody observes leaves its log without facts", async () => {
  const server = await serve([{ does: "stream", frames: ["a"], gapMs: 2 }]);
  const logs = Array.from({ length: 8 }, newWireLog);
  const unseen = newWireLog();
  await Promise.all([
    ...logs.map(async (log, i) => {
      await sleep(i % 3);
      await (await live.logged(log)(`${server.url}/${i}`)).text();
    }),
    logged(live.fetch, unseen, now)(`${server.url}/a`).then((response) => response.text()),
  ]);
  for (const log of logs) expect(log.sent).toBeLessThanOrEqual(log.headers ?? -1);
  expect(logs.map(({ url }) => url.split("/")[1])).toEqual(logs.map((_, i) => `${i}`));
  expect([unseen.sent, unseen.connectionReused, unseen.status]).toEqual([undefined, undefined, 200]);
  await live.close();
  await server.close();
});

test("times of an exchange count from the call of fetch, also when more than the call is observed", async () => {
  const server = await serve(ok);
  const log = newWireLog();
  const text = await live.observe(log, async () => {
    await sleep(20);
    return (await logged(live.fetch, log, now)(`${server.url}/a`)).text();
  });
  expect(text).toBe("{}");
  expect(log.sent).toBeGreaterThanOrEqual(0);
  expect(log.sent).toBeLessThanOrEqual(log.headers ?? -1);
  await live.close();
  await server.close();
});

test("closing ends what is under way, and leaves no connection", async () => {
  const server = await serve([{ does: "stream", frames: OPENAI_CHAT.frames, after: 2, then: "stall" }]);
  const response = await live.fetch(`${server.url}/a`);
  const reading = response.text();
  reading.catch(() => undefined);
  await live.close();
  await expect(reading).rejects.toThrow("terminated");
  await server.close();
});

test("the server says so when a connection is left open", async () => {
  const server = await serve(ok);
  await (await live.fetch(`${server.url}/a`)).text();
  await expect(server.close()).rejects.toThrow("1 of 1 connections were left open");
});
