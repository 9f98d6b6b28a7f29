import { OpenAI } from "openai";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { modelOf } from "../../../src/cli/calibrate/answer-load.ts";
import { type StampingServer, serveStamps } from "../../../src/cli/calibrate/server.ts";
import { startStampingServer } from "../../../src/cli/calibrate/server-process.ts";
import { stampsIn } from "../../../src/cli/calibrate/stamps.ts";

let server: StampingServer;
beforeEach(async () => {
  server = await serveStamps({ seed: 1 });
});
afterEach(() => server.close());

const FAST = { ttft: 5, chunks: 7, gap: 2, parted: false };

describe("the stamping server", () => {
  it("is read by the vendor's SDK: stamps in every chunk, then the finish and the usage", async () => {
    const client = new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 });
    const { data, response } = await client.chat.completions
      .create({
        model: modelOf(FAST),
        messages: [{ role: "user", content: "안녕하세요" }],
        stream: true,
        stream_options: { include_usage: true },
      })
      .withResponse();
    const texts: string[] = [];
    let finish: string | null | undefined;
    let tokens: number | undefined;
    for await (const { choices, usage } of data) {
      texts.push(choices[0]?.delta.content ?? "");
      finish = choices[0]?.finish_reason ?? finish;
      tokens = usage?.completion_tokens ?? tokens;
    }
    expect(response.headers.get("x-tokenwon-simulated")).toBe("1");
    expect([finish, tokens]).toEqual(["stop", 28]);
    const stamps = texts.flatMap(stampsIn);
    expect(stamps).toHaveLength(FAST.chunks);
    expect(stamps[0]).toBeGreaterThanOrEqual(FAST.ttft);
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
    // Gaps are drawn from half of it on, and nothing is written before its time.
    expect(stamps.at(-1)).toBeGreaterThanOrEqual(FAST.ttft + (FAST.chunks - 1) * FAST.gap * 0.5);
  });

  it("answers again over the same connection, and a first answer that is to part streams is no longer than others", async () => {
    const ask = async (parted: boolean): Promise<{ readonly stamps: number; readonly connection: string | null }> => {
      const body = JSON.stringify({ model: modelOf({ ...FAST, parted }) });
      const answer = await fetch(`${server.url}/chat/completions`, { method: "POST", body });
      return { stamps: stampsIn(await answer.text()).length, connection: answer.headers.get("connection") };
    };
    const first = await ask(true);
    expect(first.connection).toBe("keep-alive");
    expect(first.stamps).toBeGreaterThanOrEqual(1);
    expect(first.stamps).toBeLessThanOrEqual(FAST.chunks);
    expect((await ask(false)).stamps).toBe(FAST.chunks);
  });

  it("answers whoever only opens a connection, and says of itself that it is no vendor", async () => {
    const answer = await fetch(server.url);
    expect([answer.status, answer.headers.get("x-tokenwon-simulated")]).toEqual([404, "1"]);
  });

  it("hangs up on what is no question", async () => {
    await expect(fetch(`${server.url}/chat/completions`, { method: "POST", body: "not JSON" })).rejects.toThrow();
  });
});

it("in a process of its own it says where it is, and is gone when it was closed", async () => {
  const { url, close } = await startStampingServer();
  expect((await fetch(url)).status).toBe(404);
  await close();
  await expect(fetch(url)).rejects.toThrow();
});
