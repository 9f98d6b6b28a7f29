import { request as plainRequest } from "node:http";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sent } from "../../../src/cli/simulate/sent.ts";
import { LONGEST_BODY } from "../../../src/cli/simulate/server.ts";
import type { Exchange } from "../../../src/domain/exchange.ts";
import { exchange, RESET, type Served, served } from "./exchanges.ts";

let server: Served | undefined;
let agent: Agent;
beforeEach(() => {
  agent = new Agent();
});
afterEach(async () => {
  await agent.destroy();
  await server?.close();
  expect(server?.faults ?? []).toEqual([]);
  server = undefined;
});

const TEXTS = ["안녕", "하세요", "!"];

/** Posts a body as a bare client does; the answer's body is left to be read. */
const post = (path: string, body = '{"model":"gpt-4o"}'): ReturnType<typeof request> =>
  request(`${server?.url ?? ""}${path}`, { method: "POST", body, dispatcher: agent });

/** Calls back when so many bytes have come. */
function lastOf(body: Readable, bytes: number, done: (value?: unknown) => void): void {
  let came = 0;
  body.on("data", (part: Buffer) => {
    came += part.length;
    if (came >= bytes) done();
  });
}

async function serve(answer: Exchange): Promise<Served> {
  server = await served(() => answer);
  return server;
}

describe("each end, as a client sees it", () => {
  it("eof: the bytes, the status and the headers, and the connection is used again", async () => {
    agent = new Agent({ connections: 1 });
    let connections = 0;
    agent.on("connect", () => connections++);
    const { sent, asked } = await serve(exchange(TEXTS));
    const first = await post("/v1/chat/completions?key=no-business-of-a-log");
    expect(first.headers).toMatchObject({ "content-type": "text/event-stream", "x-tokenwon-simulated": "1" });
    expect(await first.body.text()).toBe("안녕하세요!");
    await (await post("/v1beta/models/gemini-1.5-pro:generateContent", "{}")).body.text();
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["POST", "/v1/chat/completions?key=no-business-of-a-log", '{"model":"gpt-4o"}'],
      ["POST", "/v1beta/models/gemini-1.5-pro:generateContent", "{}"],
    ]);
    expect(sent).toMatchObject([
      { index: 1, method: "POST", path: "/v1/chat/completions", model: "gpt-4o", status: 200, bytes: 16, ended: "eof" },
      { index: 2, path: "/v1beta/models/gemini-1.5-pro:generateContent", model: "gemini-1.5-pro", simulated: true },
    ]);
    expect(JSON.stringify(sent)).not.toContain("no-business");
    expect(connections).toBe(1);
  });

  it("an error before the head: a reset", async () => {
    const { told } = await serve(RESET);
    await expect(post("/v1/messages")).rejects.toMatchObject({ code: "ECONNRESET" });
    const [line] = await told(1);
    expect(line).toMatchObject({ ended: "error", bytes: 0 });
    expect(line).not.toHaveProperty("status");
    expect(line).not.toHaveProperty("head_ms");
  });

  it("an error in the middle: all that was sent, then a broken connection", async () => {
    const { told } = await serve(exchange(TEXTS, "cut"));
    const { statusCode, body } = await post("/v1/messages");
    let text = "";
    const reading = async (): Promise<void> => {
      for await (const part of body) text += String(part);
    };
    await expect(reading()).rejects.toMatchObject({ code: "UND_ERR_SOCKET" });
    expect([statusCode, text]).toEqual([200, "안녕하세요!"]);
    expect(await told(1)).toMatchObject([{ ended: "error", status: 200, bytes: 16 }]);
  });

  it.each([
    ["after the last read", exchange(TEXTS, "silence")],
    ["before any header", { ...exchange([], "silence"), head: undefined }],
  ])("silence %s: held until the client leaves", async (_, answer) => {
    const { told, sent } = await serve(answer);
    const leave = new AbortController();
    const place = `${server?.url ?? ""}/v1/messages`;
    const asking = request(place, { method: "POST", body: "{}", signal: leave.signal, dispatcher: agent });
    const failed = asking.then(({ body }) => body.text()).catch((error: unknown) => error);
    // A whole exchange later, and when all has come, it is still held.
    if (answer.head !== undefined) await new Promise((came) => void asking.then(({ body }) => lastOf(body, 16, came)));
    await (await fetch(server?.url ?? "")).text();
    expect(sent).toEqual([]);
    leave.abort();
    expect(await failed).toMatchObject({ name: "AbortError" });
    const [line] = await told(1);
    expect(line).toMatchObject({ ended: "silence", bytes: answer.head === undefined ? 0 : 16 });
    expect(line).not.toHaveProperty("planned_end_ms");
  });

  it("a client that leaves early: nothing more is played, and it is told as cancelled", async () => {
    const long: Exchange = { ...exchange(TEXTS), end: { at: 3_600_000, how: "eof" } };
    const { told } = await serve(long);
    const { body } = await post("/v1/messages");
    await new Promise((read) => body.once("data", read));
    body.destroy();
    body.on("error", () => undefined);
    const [line] = await told(1);
    expect(line).toMatchObject({ ended: "cancelled", status: 200 });
    expect(line?.end_ms).toBeLessThan(line?.planned_end_ms ?? 0);
  });

  it("closing the server ends what is being played, and tells of it first", async () => {
    const { sent, close } = await serve(exchange(TEXTS, "silence"));
    const { body } = await post("/v1/messages");
    const broken = body.text().catch((error: unknown) => error);
    await close();
    expect(await broken).toBeInstanceOf(Error);
    expect(sent).toHaveLength(1);
    server = undefined;
  });
});

describe("when it sends", () => {
  const DUE = [
    ["planned_head_ms", "head_ms"],
    ["planned_first_ms", "first_ms"],
    ["planned_last_ms", "last_ms"],
    ["planned_end_ms", "end_ms"],
  ] as const;
  const early = (line: Sent): readonly string[] =>
    DUE.filter(([planned, real]) => !((line[real] ?? Number.NaN) >= (line[planned] ?? Number.NaN))).map(
      ([, real]) => real,
    );

  it("200 requests at once: each whole and its own, none ever too early", async () => {
    server = await served(({ body }) => exchange([body, "|", body], "eof", 1 + (Number(body) % 7) * 0.7));
    const bodies = Array.from({ length: 200 }, (_, i) => String(i));
    const texts = await Promise.all(bodies.map(async (body) => (await post("/", body)).body.text()));
    expect(texts).toEqual(bodies.map((body) => `${body}|${body}`));
    expect(server.sent).toHaveLength(200);
    expect(server.sent.flatMap(early)).toEqual([]);
    expect(server.sent.map(({ index }) => index).sort((a, b) => a - b)).toEqual(bodies.map((_, i) => i + 1));
  });

  it("what is due at once goes out in order, and no byte is lost at the end", async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 251);
    const reads = Array.from({ length: 30 }, (_, i) => ({ at: 1, bytes: bytes.subarray(i * 100, (i + 1) * 100) }));
    const { sent } = await serve({ ...exchange([]), reads, end: { at: 1, how: "eof" } });
    const { body } = await post("/v1/messages");
    expect(new Uint8Array(await body.arrayBuffer())).toEqual(bytes);
    expect(sent).toMatchObject([{ bytes: 3000 }]);
  });

  it("the simulator is told the time since the start, which never goes back", async () => {
    const { asked } = await serve(exchange(["."]));
    for (let i = 0; i < 3; i++) await (await post("/v1/messages")).body.text();
    const times = asked.map(({ now }) => now);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(0);
  });
});

describe("what comes in", () => {
  it("takes a body of the longest size, and answers 413 to a longer one without asking the simulator", async () => {
    const { asked, sent } = await serve(exchange(["."]));
    const statuses = [];
    for (const more of [0, 1]) {
      const { statusCode, body } = await post("/v1/messages", "x".repeat(LONGEST_BODY + more));
      await body.text();
      statuses.push(statusCode);
    }
    expect(statuses).toEqual([200, 413]);
    expect(asked).toHaveLength(1);
    expect(sent).toMatchObject([{ status: 200 }, { status: 413, ended: "eof" }]);
  });

  it("forgets a client that leaves in the middle of its own request", async () => {
    const { asked, sent } = await serve(exchange(["."]));
    await new Promise<void>((left) => {
      const half = plainRequest(`${server?.url ?? ""}/v1/messages`, {
        method: "POST",
        headers: { "content-length": 9 },
      });
      half.on("error", () => undefined).on("close", left);
      half.write("half", () => half.destroy());
    });
    await (await post("/v1/messages")).body.text();
    expect([asked.length, sent.length]).toEqual([1, 1]);
  });

  it("keeps a key out of the log even where it stands in a path or for a model", async () => {
    const key = "sk-ant-api03-0123456789abcdef";
    const { sent } = await serve(exchange(["."]));
    await (await post(`/${key}/v1/messages`, JSON.stringify({ model: key }))).body.text();
    expect(JSON.stringify(sent)).not.toContain("0123456789");
  });

  it.each(["/", "/health", "/health?probe=1"])(
    "says at %s what it is, in both languages and for every SDK",
    async (path) => {
      const { asked, sent } = await serve(exchange(["."]));
      const { headers, body } = await request(`${server?.url ?? ""}${path}`, { dispatcher: agent });
      const text = await body.text();
      expect(headers).toMatchObject({ "content-type": "text/plain; charset=utf-8", "x-tokenwon-simulated": "1" });
      expect(text).toContain("측정값으로 쓸 수 없습니다");
      expect(text).toContain("nothing it says is a measurement");
      for (const name of ["OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "GOOGLE_GEMINI_BASE_URL"])
        expect(text).toContain(`${name}=${server?.url ?? ""}`);
      expect([asked, sent]).toEqual([[], []]);
    },
  );
});

it("a simulator that throws is a fault of ours: the client is cut off, and the fault is told", async () => {
  const broken = await served(() => {
    throw new Error("lost");
  });
  await expect(request(broken.url, { method: "POST", body: "", dispatcher: agent })).rejects.toThrow();
  expect(broken.faults).toEqual([new Error("lost")]);
  await broken.close();
});
