import { afterAll, describe, expect, it } from "vitest";
import type { Provider } from "../../src/domain/provider.ts";
import { compatible, openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { hasShared } from "../shared.ts";
import { feed } from "./feed.ts";
import { type Answer, answer, endpoint, QUESTION, textOf } from "./openai-answer.ts";
import { type Body, onTheWire, reading, recordedBodies } from "./wire-openai-reading.ts";

const SIZES = [undefined, 1, 7];

const there = hasShared("data/wire");
const bodies = there ? recordedBodies() : [];
const answers = bodies.filter(({ api }) => api !== "input_tokens");
const good = answers.filter(({ status }) => status === 200);
let run = 0;

const providerOf = ({ vendor, api }: Body): Provider =>
  vendor !== "openai" ? compatible : api === "chat" ? openaiChat : openaiResponses;

function serve(body: Body, bytes: Uint8Array, size: number | undefined): typeof fetch {
  const type = body.stream && body.status === 200 ? "text/event-stream" : "application/json";
  return feed(bytes, {
    status: body.status,
    headers: { "content-type": type },
    ...(size === undefined ? {} : { size }),
  });
}

async function answerOf(body: Body, size: number | undefined, bytes = onTheWire(body)): Promise<Answer> {
  const question = { ...QUESTION, stream: body.stream };
  return answer(providerOf(body), question, endpoint(serve(body, bytes, size)));
}

const last = (said: Answer, kind: "usage" | "finish" | "error"): unknown =>
  said.events.findLast((event) => event.kind === kind);

describe.skipIf(!there)("recorded bodies of the OpenAI wire", () => {
  afterAll(() => {
    process.stderr.write(`wire: ${run} answers read from ${bodies.length} recorded bodies of the OpenAI wire\n`);
  });

  it.each(good)("$file: says what its JSON says, however it is cut", async (body) => {
    const expected = reading(body);
    const whole = await answerOf(body, undefined);
    for (const size of SIZES) {
      const said = await answerOf(body, size);
      expect(said, `${size} bytes a read`).toEqual(whole);
      run++;
    }
    expect(whole.thrown).toBeUndefined();
    expect(textOf(whole.events, "text")).toBe(expected.text);
    expect((last(whole, "finish") as { raw?: string } | undefined)?.raw).toBe(expected.finish);
    expect((last(whole, "error") as { error?: object } | undefined)?.error).toEqual(
      expected.error && expect.objectContaining(expected.error),
    );
    // The SDK throws at an error frame: usage beside the error is lost.
    const usage: unknown = expected.error ? undefined : expected.usage && expect.objectContaining(expected.usage);
    expect((last(whole, "usage") as { usage?: object } | undefined)?.usage).toEqual(usage);
    expect(expected.finish ?? expected.error).toBeDefined();
  });

  it.each(good.filter(({ stream }) => stream))("$file: is not finished at half its length", async (body) => {
    const bytes = onTheWire(body);
    const half = await answerOf(body, undefined, bytes.subarray(0, bytes.length / 2));
    expect(last(half, "finish") ?? last(half, "error")).toBeUndefined();
  });

  it.each(answers.filter(({ status }) => status !== 200))("$file: is thrown with its status and code", async (body) => {
    for (const size of SIZES) {
      const { events, thrown } = await answerOf(body, size);
      expect(events).toEqual([]);
      expect(thrown).toEqual({ status: body.status, ...reading(body).error });
      run++;
    }
  });

  it.each(bodies.filter(({ api }) => api === "input_tokens"))("$file: is a count", async (body) => {
    for (const size of SIZES) {
      expect(await openaiResponses.count?.(QUESTION, endpoint(serve(body, onTheWire(body), size)))).toBe(16);
      run++;
    }
  });

  it("are all there", () => {
    const of = (vendor: string): number => bodies.filter((body) => body.vendor === vendor).length;
    expect(["openai", "deepseek", "groq", "openrouter"].map(of)).toEqual([25, 3, 2, 3]);
    expect(good.filter(({ stream }) => stream)).toHaveLength(18);
  });
});
