import type { Failure, FailureKind } from "../domain/failure.ts";
import type { ErrorFacts } from "../domain/stream-event.ts";
import type { WireLog } from "../domain/wire.ts";
import { retryAfter } from "./retry-after.ts";

/** What had come when it failed: output of the model, and whether the error itself came as a frame of the vendor's. */
export type Seen = { readonly output: boolean; readonly frame: boolean };

type Class = { readonly kind: FailureKind; readonly retry: boolean; readonly deadline?: "vendor" };

const BY_STATUS: Readonly<Record<number, Class>> = {
  400: { kind: "bad-request", retry: false },
  401: { kind: "auth", retry: false },
  402: { kind: "billing", retry: false },
  403: { kind: "auth", retry: false },
  404: { kind: "not-found", retry: false },
  408: { kind: "timeout", retry: true, deadline: "vendor" },
  409: { kind: "server", retry: true },
  413: { kind: "too-large", retry: false },
  422: { kind: "bad-request", retry: false },
  429: { kind: "rate-limit", retry: true },
  503: { kind: "overloaded", retry: true },
  504: { kind: "timeout", retry: true, deadline: "vendor" },
  529: { kind: "overloaded", retry: true },
};

/** Codes that say more than the status they come with. */
const BY_CODE: readonly (readonly [RegExp, Class])[] = [
  [/insufficient_quota|billing|payment_required|credit/i, { kind: "billing", retry: false }],
  [/context_length_exceeded|request_too_large|string_above_max_length/i, { kind: "too-large", retry: false }],
  [/invalid_api_key|API_KEY_INVALID|authentication_error|permission/i, { kind: "auth", retry: false }],
  [/model_not_found/i, { kind: "not-found", retry: false }],
];
const BY_MESSAGE: readonly (readonly [RegExp, Class])[] = [
  [/api key not valid|invalid api key|incorrect api key/i, { kind: "auth", retry: false }],
  [/credit balance is too low/i, { kind: "billing", retry: false }],
  [
    /maximum context length|prompt is too long|exceeds the maximum number of tokens/i,
    { kind: "too-large", retry: false },
  ],
];

/** Codes of sockets, names and certificates, as Node and undici write them. */
const NETWORK = /^(E(AI_)?[A-Z]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|DEPTH_ZERO[A-Z_]*|SELF_SIGNED[A-Z_]*)$/;
const NOTHING_SENT =
  /^(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED)/;

/** The failure behind an error that was thrown, or a frame that carried one. */
export function classify(facts: ErrorFacts, wire: WireLog, seen: Seen): Failure {
  const status = facts.status ?? (wire.status !== undefined && wire.status >= 400 ? wire.status : undefined);
  const inStream = wire.status !== undefined && wire.status < 400;
  const base = {
    message: facts.message,
    ...(status === undefined ? {} : { status }),
    ...(facts.code === undefined ? {} : { code: facts.code }),
  };
  if (!inStream && status !== undefined) return ofStatus(status, facts, wire, base);
  // What the vendor said goes before how the connection ended after it.
  const code = facts.code ?? (seen.frame ? undefined : wire.errorCode);
  const broken =
    !seen.frame && (NETWORK.test(code ?? "") || /^(terminated|fetch failed|connection error)/i.test(facts.message));
  if (inStream) {
    const billed = seen.output ? "yes" : "unknown";
    const kind = broken || (!seen.frame && wire.ended === "error") ? "truncated-stream" : "stream-error";
    const retryAfterMs = facts.retryAfterMs;
    const spent = classOf(facts);
    return {
      ...base,
      ...(code === undefined ? {} : { code }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      kind,
      retry: spent?.retry ?? true,
      billed,
    };
  }
  if (broken) {
    return {
      ...base,
      ...(code === undefined ? {} : { code }),
      kind: "network",
      retry: true,
      billed: NOTHING_SENT.test(code ?? "") ? "no" : "unknown",
    };
  }
  return { ...base, kind: "client", retry: false, billed: "no" };
}

function ofStatus(status: number, facts: ErrorFacts, wire: WireLog, base: Pick<Failure, "message">): Failure {
  const found = classOf(facts) ??
    BY_STATUS[status] ?? { kind: status >= 500 ? "server" : "bad-request", retry: status >= 500 };
  const wait = retryAfter(wire.kept) ?? facts.retryAfterMs;
  const said = wire.kept["x-should-retry"];
  return {
    ...base,
    kind: found.kind,
    ...(found.deadline === undefined ? {} : { deadline: found.deadline }),
    retry: said === "true" ? true : said === "false" ? false : found.retry,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    billed: "no",
  };
}

const classOf = ({ code = "", message }: ErrorFacts): Class | undefined =>
  (BY_CODE.find(([pattern]) => pattern.test(code)) ?? BY_MESSAGE.find(([pattern]) => pattern.test(message)))?.[1];
