import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/domain/failure.ts";
import { TEXT } from "../transport/frames.ts";
import { type Behaviour, type Stream, serve } from "../transport/server.ts";
import { askOverHttp, BOUND_MS, type Conditions, type Outcome, watchRejections } from "./ask-over-http.ts";
import { SPOKEN, type Spoken } from "./wires.ts";

watchRejections();

/** What had come of the answer when the fault struck: two of its five chunks. */
const PART = TEXT.slice(0, 2).join("");
const WHOLE = TEXT.join("");
/** Visible tokens that each API has told by then: a running total, a first guess, or none. */
const TOKENS_BY_THEN: Readonly<Record<string, number>> = { anthropic: 1, google: 6 };

/** The answer of an API, to be broken. */
function of({ wire }: Spoken): {
  readonly begun: readonly string[];
  readonly next: string;
  readonly rest: readonly string[];
  readonly all: readonly string[];
} {
  const [, , at = 0] = wire.textAt;
  const { frames } = wire;
  return { begun: frames.slice(0, at), next: frames[at] ?? "", rest: frames.slice(at + 1), all: frames };
}
const stream = (frames: readonly string[], more: Partial<Stream> = {}): Stream => ({ does: "stream", frames, ...more });
/** JSON without its last bracket. */
const damaged = (frame: string): string => frame.replace(/\}\s*$/, "\n\n");
const PINGS = Array.from({ length: 200 }, () => ": ping\n\n");

type Fault = {
  readonly name: string;
  readonly server: (spoken: Spoken) => Behaviour;
  readonly conditions?: Conditions;
  readonly failure: Omit<Failure, "message" | "code" | "status" | "retryAfterMs">;
  readonly text: string;
};

const broken = { kind: "truncated-stream", retry: true, billed: "yes" } as const;
const told = { kind: "stream-error", retry: true, billed: "yes" } as const;
const late = { kind: "timeout", retry: true, billed: "yes" } as const;
const lost = { kind: "network", retry: true, billed: "unknown" } as const;

/** What goes wrong alike for every API. */
const FAULTS: readonly Fault[] = [
  {
    name: "the vendor's error frame",
    server: (spoken) => stream([...of(spoken).begun, spoken.wire.errorFrame]),
    failure: told,
    text: PART,
  },
  {
    name: "the vendor's error frame, then a closed connection",
    server: (spoken) => stream([...of(spoken).begun, spoken.wire.errorFrame], { then: "close" }),
    failure: told,
    text: PART,
  },
  {
    name: "the vendor's error frame before any output",
    server: ({ wire }) => stream([wire.errorFrame]),
    failure: { ...told, billed: "unknown" },
    text: "",
  },
  {
    name: "a closed connection",
    server: (spoken) => stream(of(spoken).begun, { then: "close" }),
    failure: broken,
    text: PART,
  },
  {
    name: "a reset connection",
    server: (spoken) => stream(of(spoken).begun, { then: "reset" }),
    failure: broken,
    text: PART,
  },
  {
    name: "a connection closed after the headers",
    server: () => stream([], { then: "close" }),
    failure: { ...broken, billed: "unknown" },
    text: "",
  },
  { name: "a clean end too soon", server: (spoken) => stream(of(spoken).begun), failure: broken, text: PART },
  {
    name: "half a frame, then the end",
    server: (spoken) => stream(of(spoken).all, { after: of(spoken).begun.length, then: "half" }),
    failure: broken,
    text: PART,
  },
  {
    name: "a frame that is no JSON",
    server: (spoken) => stream([...of(spoken).begun, damaged(of(spoken).next), ...of(spoken).rest]),
    failure: told,
    text: PART,
  },
  {
    name: "status 200 with an empty body",
    server: () => ({ does: "answer", status: 200, headers: { "content-type": "text/event-stream" } }),
    failure: { ...broken, billed: "unknown" },
    text: "",
  },
  {
    name: "silence after two chunks",
    server: (spoken) => stream(of(spoken).begun, { then: "stall" }),
    conditions: { deadlines: { idle: 300 } },
    failure: { ...late, deadline: "idle" },
    text: PART,
  },
  {
    name: "no headers",
    server: () => ({ does: "no-headers" }),
    conditions: { deadlines: { headers: 150 } },
    failure: { ...late, deadline: "headers", billed: "unknown" },
    text: "",
  },
  {
    name: "pings and no token",
    server: () => stream(PINGS, { gapMs: 10, then: "stall" }),
    conditions: { deadlines: { firstToken: 200 } },
    failure: { ...late, deadline: "first-token", billed: "unknown" },
    text: "",
  },
  {
    name: "an answer without an end",
    server: (spoken) => stream([...of(spoken).begun, ...PINGS], { gapMs: 10, then: "stall" }),
    conditions: { deadlines: { total: 500 } },
    failure: { ...late, deadline: "total", retry: false },
    text: PART,
  },
  { name: "a reset before the headers", server: () => ({ does: "hang-up", how: "reset" }), failure: lost, text: "" },
  { name: "an end before the headers", server: () => ({ does: "hang-up", how: "close" }), failure: lost, text: "" },
];

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

  it(
    "silence after the last frame: the answer is whole all the same",
    async () => {
      const { result, leftOpen } = await askOverHttp(spoken, [stream(of(spoken).all, { then: "stall" })], {
        deadlines: { idle: 300 },
      });
      expect(result).toMatchObject({ text: WHOLE, failure: undefined, finish: { reason: "complete" } });
      expect(leftOpen).toBe(0);
    },
    BOUND_MS,
  );
});
