import { describe, expect, it } from "vitest";
import { serve } from "../transport/server.ts";
import { askOverHttp, BOUND_MS, type Outcome, watchRejections } from "./ask-over-http.ts";
import { broken, FAULTS, lost, of, PART, stream, WHOLE } from "./faults.ts";
import { SPOKEN } from "./wires.ts";

watchRejections();

/** Visible tokens that each API has told by then: a running total, a first guess, or none. */
const TOKENS_BY_THEN: Readonly<Record<string, number>> = { anthropic: 1, google: 6 };

const withoutWords = ({ result }: Outcome): unknown => {
  const { message, code: _code, status: _status, ...failure } = result.failure ?? { message: "none" };
  expect(message).not.toBe("");
  return failure;
};

describe.each(SPOKEN)("$name", (spoken) => {
  const tokens = TOKENS_BY_THEN[spoken.provider];

  it.concurrent.each(FAULTS)(
    "$name",
    async ({ server, conditions, failure, text }) => {
      const outcome = await askOverHttp(spoken, [server(spoken)], conditions);
      const { result, line, requests, leftOpen } = outcome;
      expect(withoutWords(outcome)).toEqual(failure);
      expect(result).toMatchObject({ text, finish: undefined });
      expect(result.usage?.visible_output).toBe(text === "" ? undefined : tokens);
      expect(line).not.toHaveProperty("tokenwon.finish");
      expect(line).toMatchObject({ "tokenwon.text": text, "error.type": failure.kind });
      expect([requests.length, leftOpen]).toEqual([1, 0]);
    },
    BOUND_MS,
  );

  it(
    "stopped by the caller, before and in the middle",
    async () => {
      const stop = new AbortController();
      let chunks = 0;
      const outcome = await askOverHttp(spoken, [stream(of(spoken).begun, { then: "stall" })], {
        signal: stop.signal,
        onEvent: ({ kind }) => {
          // When all that came in the same read has been taken.
          if (kind === "text" && ++chunks === 2) setTimeout(() => stop.abort(), 20);
        },
      });
      expect(withoutWords(outcome)).toEqual({ kind: "aborted", retry: false, billed: "yes" });
      expect(outcome.result).toMatchObject({ text: PART, finish: undefined });
      expect(outcome.result.usage?.visible_output).toBe(tokens);
      expect(outcome.leftOpen).toBe(0);

      const before = await askOverHttp(spoken, [], { signal: AbortSignal.abort() });
      expect(withoutWords(before)).toEqual({ kind: "aborted", retry: false, billed: "no" });
      expect([before.requests.length, before.accepted]).toEqual([0, 0]);
    },
    BOUND_MS,
  );

  it("nobody listens there, or the name does not exist", async () => {
    const gone = await serve([]);
    await gone.close();
    for (const [baseUrl, code] of [
      [gone.url, "ECONNREFUSED"],
      ["http://nowhere.invalid", "ENOTFOUND"],
    ] as const) {
      const outcome = await askOverHttp(spoken, [], { baseUrl: baseUrl + spoken.under });
      expect(withoutWords(outcome)).toEqual({ ...lost, billed: "no" });
      expect(outcome.result.failure?.code).toBe(code);
      expect(outcome.result).toMatchObject({ text: "", usage: undefined, finish: undefined });
    }
  });

  it("the last frame alone is missing", async () => {
    const { result } = await askOverHttp(spoken, [stream(of(spoken).all.slice(0, -1))]);
    expect(result.text).toBe(WHOLE);
    if (spoken.api === "chat") {
      // Its finish_reason and usage came; [DONE] says nothing more.
      expect(result).toMatchObject({
        failure: undefined,
        finish: { reason: "complete" },
        usage: { visible_output: 17 },
      });
      return;
    }
    expect(result.failure).toMatchObject(broken);
    expect(result.finish).toBeUndefined();
  });
});

// At once: each waits for five seconds.
it.concurrent.each(SPOKEN)(
  "$name: silence after the last frame: the answer is whole all the same",
  async (spoken) => {
    const { result, leftOpen } = await askOverHttp(spoken, [stream(of(spoken).all, { then: "stall" })], {
      deadlines: { idle: 300 },
    });
    expect(result).toMatchObject({ text: WHOLE, failure: undefined, finish: { reason: "complete" } });
    expect(leftOpen).toBe(0);
  },
  BOUND_MS,
);
