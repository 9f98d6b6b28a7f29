import { describe, expect, it } from "vitest";
import type { ErrorFacts } from "../../src/domain/stream-event.ts";
import type { WireLog } from "../../src/domain/wire.ts";
import { classify, type Seen } from "../../src/run/classify.ts";
import { retryAfter } from "../../src/run/retry-after.ts";

const wire = (more: Partial<WireLog> = {}): WireLog => ({
  method: "POST",
  url: "h/v1",
  chunks: [],
  bytes: 0,
  kept: {},
  ...more,
});
const none: Seen = { output: false, frame: false };
const facts = (more: Partial<ErrorFacts>): ErrorFacts => ({ message: "m", ...more });

describe("an answer of an error status", () => {
  it.each<readonly [Partial<ErrorFacts>, string, boolean]>([
    [{ status: 400 }, "bad-request", false],
    [{ status: 400, code: "context_length_exceeded" }, "too-large", false],
    [{ status: 400, message: "prompt is too long: 210000 tokens > 200000 maximum" }, "too-large", false],
    [{ status: 400, message: "API key not valid. Please pass a valid API key." }, "auth", false],
    [{ status: 400, message: "Your credit balance is too low to access the API." }, "billing", false],
    [{ status: 401 }, "auth", false],
    [{ status: 402 }, "billing", false],
    [{ status: 403, code: "PERMISSION_DENIED" }, "auth", false],
    [{ status: 404, code: "model_not_found" }, "not-found", false],
    [{ status: 409 }, "server", true],
    [{ status: 413, code: "request_too_large" }, "too-large", false],
    [{ status: 418 }, "bad-request", false],
    [{ status: 422 }, "bad-request", false],
    [{ status: 429, code: "rate_limit_exceeded" }, "rate-limit", true],
    [{ status: 429, code: "insufficient_quota" }, "billing", false],
    [{ status: 429, code: "RESOURCE_EXHAUSTED", message: "You exceeded your current quota." }, "rate-limit", true],
    [{ status: 500 }, "server", true],
    [{ status: 502 }, "server", true],
    [{ status: 503 }, "overloaded", true],
    [{ status: 529 }, "overloaded", true],
    [{ status: 599 }, "server", true],
  ])("%j is %s, retry %s", (given, kind, retry) => {
    const failure = classify(facts(given), wire({ status: given.status ?? 0 }), none);
    expect(failure).toMatchObject({ kind, retry, billed: "no", status: given.status });
    expect(failure).not.toHaveProperty("deadline");
  });

  it.each([408, 504])("%i is the vendor's own deadline", (status) => {
    expect(classify(facts({ status }), wire({ status }), none)).toMatchObject({ kind: "timeout", deadline: "vendor" });
  });

  it("is known by the wire alone where the SDK says nothing of it", () => {
    const failure = classify(facts({ message: "terminated" }), wire({ status: 503, ended: "error" }), none);
    expect(failure).toMatchObject({ kind: "overloaded", status: 503, billed: "no" });
  });

  it("takes the wait of the headers before that of the body", () => {
    const given = facts({ status: 429, retryAfterMs: 9_000 });
    expect(classify(given, wire({ kept: { "retry-after": "2" } }), none).retryAfterMs).toBe(2_000);
    expect(classify(given, wire({ kept: { "retry-after": "soon" } }), none).retryAfterMs).toBe(9_000);
  });
});

describe("an error without an answer", () => {
  it.each<readonly [Partial<ErrorFacts>, Partial<WireLog>, string, boolean, string]>([
    [{ code: "ECONNREFUSED" }, {}, "network", true, "no"],
    [{ code: "ENOTFOUND" }, {}, "network", true, "no"],
    [{ code: "EAI_AGAIN" }, {}, "network", true, "no"],
    [{ code: "UND_ERR_CONNECT_TIMEOUT" }, {}, "network", true, "no"],
    [{ code: "CERT_HAS_EXPIRED" }, {}, "network", true, "no"],
    [{ code: "ECONNRESET" }, {}, "network", true, "unknown"],
    [{ code: "UND_ERR_SOCKET" }, {}, "network", true, "unknown"],
    [{}, { errorCode: "ECONNRESET" }, "network", true, "unknown"],
    [{ message: "Connection error." }, {}, "network", true, "unknown"],
    [{ message: "fetch failed" }, {}, "network", true, "unknown"],
    [{ message: "Invalid URL", code: "ERR_INVALID_URL" }, {}, "client", false, "no"],
    [{ message: "x is not a function" }, {}, "client", false, "no"],
  ])("%j with %j is %s, retry %s, billed %s", (given, log, kind, retry, billed) => {
    expect(classify(facts(given), wire(log), none)).toMatchObject({ kind, retry, billed });
  });
});

describe("an error within an answer", () => {
  const frame: Seen = { output: true, frame: true };
  const cut: Seen = { output: true, frame: false };
  it.each<readonly [Partial<ErrorFacts>, Partial<WireLog>, Seen, string, boolean, string]>([
    [{ code: "UND_ERR_SOCKET", message: "terminated" }, {}, cut, "truncated-stream", true, "yes"],
    [{ message: "odd" }, { ended: "error" }, cut, "truncated-stream", true, "yes"],
    [{ message: "Unexpected end of JSON input" }, {}, cut, "stream-error", true, "yes"],
    [{ message: "Unexpected end of JSON input" }, {}, none, "stream-error", true, "unknown"],
    [{ code: "overloaded_error" }, {}, frame, "stream-error", true, "yes"],
    [{ code: "overloaded_error" }, { ended: "error", errorCode: "ECONNRESET" }, frame, "stream-error", true, "yes"],
    [{ message: "terminated by the operator" }, {}, frame, "stream-error", true, "yes"],
    [{ status: 503, code: "UNAVAILABLE" }, {}, frame, "stream-error", true, "yes"],
    [{ code: "insufficient_quota" }, {}, frame, "stream-error", false, "yes"],
    [{ code: "context_length_exceeded" }, {}, { ...frame, output: false }, "stream-error", false, "unknown"],
  ])("%j with %j after %j is %s, retry %s, billed %s", (given, log, seen, kind, retry, billed) => {
    expect(classify(facts(given), wire({ status: 200, ...log }), seen)).toMatchObject({ kind, retry, billed });
  });

  it("has the code of the vendor, not that of the socket that closed after it", () => {
    const log = wire({ status: 200, ended: "error", errorCode: "ECONNRESET" });
    expect(classify(facts({}), log, frame)).not.toHaveProperty("code");
    expect(classify(facts({}), log, cut)).toHaveProperty("code", "ECONNRESET");
  });
});

describe("retryAfter", () => {
  const date = "Wed, 25 Nov 2026 00:00:00 GMT";
  it.each<readonly [Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after-ms": "1500", "retry-after": "2" }, 1_500],
    [{ "retry-after-ms": "x", "retry-after": "2" }, 2_000],
    [{ "retry-after": "-1", date }, undefined],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after": "soon", date }, undefined],
    [{ "retry-after": "Wed, 25 Nov 2026 00:01:30 GMT", date }, 90_000],
    [{ "retry-after": "Tue, 24 Nov 2026 23:59:00 GMT", date }, 0],
    [{ "retry-after": "Wed, 25 Nov 2026 00:01:30 GMT" }, undefined],
  ])("%j asks for %s ms", (headers, ms) => {
    expect(retryAfter(headers)).toBe(ms);
  });
});
