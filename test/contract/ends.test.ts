import { describe, expect, it } from "vitest";
import { TEXT } from "../transport/frames.ts";
import { event } from "../transport/frames-shared.ts";
import type { Stream } from "../transport/server.ts";
import { askOverHttp, watchRejections } from "./ask-over-http.ts";
import { SPOKEN, spoken } from "./wires.ts";

watchRejections();

const stream = (frames: readonly string[]): Stream => ({ does: "stream", frames });

describe("how a response of the Responses API says that it ended", () => {
  const responses = spoken("openai responses");
  const begun = responses.wire.frames.slice(0, 6);
  const usage = { input_tokens: 24, output_tokens: 6, total_tokens: 30 };
  const end = (status: string, more: object): Stream =>
    stream([...begun, event({ type: `response.${status}`, response: { id: "r", status, usage, ...more } })]);

  it("failed: the vendor's error, with the usage that came", async () => {
    const error = { code: "server_error", message: "The model broke." };
    const { result } = await askOverHttp(responses, [end("failed", { error })]);
    expect(result.failure).toEqual({ kind: "stream-error", retry: true, billed: "yes", ...error });
    expect(result).toMatchObject({ text: TEXT.slice(0, 2).join(""), finish: undefined, usage: { visible_output: 6 } });
  });

  it.each([
    ["max_output_tokens", "length"],
    ["content_filter", "filter"],
    ["something_new", "other"],
  ])("incomplete by %s is a result, and not complete", async (reason, finish) => {
    const { result } = await askOverHttp(responses, [end("incomplete", { incomplete_details: { reason } })]);
    expect(result).toMatchObject({ failure: undefined, finish: { reason: finish, raw: reason } });
    expect(result.text).toBe(TEXT.slice(0, 2).join(""));
  });
});

describe("silent endings", () => {
  it.each(["openai chat", "compatible"])("%s: [DONE] without a finish_reason", async (name) => {
    const { wire, ...rest } = spoken(name);
    const frames = wire.frames.filter((frame) => !frame.includes('"finish_reason":"stop"'));
    expect(frames.length).toBe(wire.frames.length - 1);
    const { result } = await askOverHttp({ wire, ...rest }, [stream(frames)]);
    expect(result.failure).toMatchObject({ kind: "truncated-stream", billed: "yes" });
    expect(result).toMatchObject({ text: TEXT.join(""), finish: undefined, usage: { visible_output: 17 } });
  });

  it("anthropic: message_stop without a stop reason", async () => {
    const anthropic = spoken("anthropic");
    const frames = anthropic.wire.frames.filter((frame) => !frame.startsWith("event: message_delta"));
    const { result } = await askOverHttp(anthropic, [stream(frames)]);
    expect(result).toMatchObject({ text: TEXT.join(""), finish: undefined, failure: { kind: "truncated-stream" } });
  });

  it("anthropic: a frame without a name is none of its own, and nothing of the answer is lost with it", async () => {
    const anthropic = spoken("anthropic");
    const frames = anthropic.wire.frames.flatMap((frame) => [frame, "data: {\n\n"]);
    const { result } = await askOverHttp(anthropic, [stream(frames)]);
    expect(result).toMatchObject({ text: TEXT.join(""), failure: undefined, finish: { reason: "complete" } });
  });

  it.each(SPOKEN)("$name: an answer that is cut after any of its frames is never taken for whole", async (one) => {
    const { frames } = one.wire;
    const finishes = one.api === "chat" ? frames.length - 2 : frames.length;
    for (let after = 0; after <= frames.length; after++) {
      const { result } = await askOverHttp(one, [{ ...stream(frames), after }]);
      expect([after, result.finish?.reason]).toEqual([after, after < finishes ? undefined : "complete"]);
      expect(result.failure?.kind).toBe(after < finishes ? "truncated-stream" : undefined);
    }
  });

  it.each(SPOKEN)("$name: an answer that is taken whole and is none", async (one) => {
    for (const body of ["", "{}", "null", "[]", '{"choices":[]}', '{"candidates":[]}']) {
      const { result } = await askOverHttp(one, [{ does: "answer", status: 200, body }], {
        question: { stream: false },
      });
      expect([body, result.finish]).toEqual([body, undefined]);
      expect(result.failure?.billed).toBe("unknown");
    }
  });
});
