import { describe, expect, it } from "vitest";
import type { Failure, FailureKind } from "../../src/domain/failure.ts";
import { type ErrorAnswer, OPENAI_QUOTA, STATUSES, type Status } from "../transport/error-bodies.ts";
import type { Behaviour } from "../transport/server.ts";
import { askOverHttp, BOUND_MS, watchRejections } from "./ask-over-http.ts";
import { SPOKEN, type Spoken } from "./wires.ts";

watchRejections();

type Expected = Pick<Failure, "kind" | "retry"> & Partial<Pick<Failure, "deadline" | "retryAfterMs">>;
const is = (kind: FailureKind, retry = false): Expected => ({ kind, retry });
const late: Expected = { kind: "timeout", deadline: "vendor", retry: true };

/** The last column of the failure table of research/providers.md, section 5. */
const EXPECTED: Readonly<Record<Status, Expected>> = {
  400: is("bad-request"),
  401: is("auth"),
  402: is("billing"),
  403: is("auth"),
  404: is("not-found"),
  408: late,
  409: is("server", true),
  413: is("too-large"),
  422: is("bad-request"),
  429: is("rate-limit", true),
  500: is("server", true),
  502: is("server", true),
  503: is("overloaded", true),
  504: late,
  529: is("overloaded", true),
};

/** Where a vendor's body says more than its status. */
const SAID: Readonly<Record<string, Partial<Record<Status, Expected>>>> = {
  openai: { 400: is("too-large"), 429: { ...is("rate-limit", true), retryAfterMs: 1_500 } },
  local: { 400: is("too-large"), 429: { ...is("rate-limit", true), retryAfterMs: 1_500 } },
  anthropic: { 429: { ...is("rate-limit", true), retryAfterMs: 12_000 } },
  // A bad key of Gemini comes as 400.
  google: { 400: is("auth"), 429: { ...is("rate-limit", true), retryAfterMs: 53_000 } },
};

/** Asks once where this is answered, and gives the failure without its words. */
async function failureOf(spoken: Spoken, answer: ErrorAnswer, stream = true): Promise<Omit<Failure, "message">> {
  const behaviour: Behaviour = { does: "answer", ...answer };
  const { result, line, requests, accepted } = await askOverHttp(spoken, [behaviour], { question: { stream } });
  expect([requests.length, accepted]).toEqual([1, 1]);
  expect(result).toMatchObject({ text: "", outputs: 0, usage: undefined, finish: undefined });
  expect(line).toMatchObject({ "error.type": result.failure?.kind, "tokenwon.failure": result.failure });
  expect(line["tokenwon.wire"]).toMatchObject({ status: answer.status, ended: "eof" });
  const { message, ...rest } = result.failure as Failure;
  expect(message).not.toBe("");
  expect(message).not.toContain("\n");
  expect(JSON.stringify(line)).not.toContain(spoken.key);
  return rest;
}

const known = ({ provider }: Spoken, status: Status): Expected => SAID[provider]?.[status] ?? EXPECTED[status];
const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ErrorAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

describe.each(SPOKEN)("$name", (spoken) => {
  describe.each([
    ["streamed", true],
    ["whole", false],
  ])("%s", (_, stream) => {
    it.each(STATUSES)(
      "status %i",
      async (status) => {
        const { code: _code, ...failure } = await failureOf(spoken, spoken.errors[status], stream);
        expect(failure).toEqual({ ...known(spoken, status), status, billed: "no" });
      },
      BOUND_MS,
    );
  });

  it("an error without a body, and one that is no JSON at all", async () => {
    for (const body of ["", "upstream connect error", "[]", '"x"', "null", "{}", '{"error":null}']) {
      const failure = await failureOf(spoken, { status: 500, headers: {}, body });
      expect(failure).toMatchObject({ kind: "server", retry: true, status: 500, billed: "no" });
    }
  });

  it("a request that is simply wrong", async () => {
    const body = { error: { message: "Invalid schema for response_format.", type: "invalid_request_error" } };
    expect(await failureOf(spoken, json(400, body))).toMatchObject({ kind: "bad-request", retry: false, billed: "no" });
  });

  it.each([
    ["retry-after in seconds", { "retry-after": "7" }, 7_000],
    ["retry-after-ms", { "retry-after-ms": "250", "retry-after": "7" }, 250],
    ["a date", { date: "Wed, 25 Nov 2026 00:00:00 GMT", "retry-after": "Wed, 25 Nov 2026 00:00:30 GMT" }, 30_000],
    ["nothing that can be read", { "retry-after": "soon" }, undefined],
  ])("waits as the headers say: %s", async (_, headers, wait) => {
    const failure = await failureOf(spoken, json(429, { error: { message: "Slow down." } }, headers));
    expect(failure).toMatchObject({ kind: "rate-limit", retry: true });
    expect(failure.retryAfterMs).toBe(wait);
  });

  it("asks once whatever x-should-retry says, and passes it on", async () => {
    const told = (status: number, retry: string): ErrorAnswer =>
      json(status, { error: { message: "m" } }, { "x-should-retry": retry, "retry-after-ms": "1" });
    expect(await failureOf(spoken, told(400, "true"))).toMatchObject({ kind: "bad-request", retry: true });
    expect(await failureOf(spoken, told(503, "false"))).toMatchObject({ kind: "overloaded", retry: false });
  });
});

describe.each(SPOKEN.filter(({ wire }) => wire.path.startsWith("/v1/") && !wire.path.endsWith("messages")))(
  "$name",
  (spoken) => {
    it("no quota left is a bill to pay, not a rate to wait for", async () => {
      const failure = await failureOf(spoken, OPENAI_QUOTA);
      expect(failure).toEqual({ kind: "billing", retry: false, status: 429, code: "insufficient_quota", billed: "no" });
    });
  },
);
