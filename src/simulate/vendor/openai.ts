import type { Level } from "../limits.ts";
import type { Problem } from "../problem.ts";
import type { Vendor } from "../wire/wire.ts";

const SAYS: Readonly<Record<Problem["kind"], readonly [number, string, string | null]>> = {
  "rate-limit": [429, "requests", "rate_limit_exceeded"],
  overloaded: [503, "server_error", null],
  server: [500, "server_error", null],
  "bad-request": [400, "invalid_request_error", null],
  "not-found": [404, "invalid_request_error", "model_not_found"],
};

/** OpenAI, and the servers that speak its wire. */
export const OPENAI: Vendor = {
  requestIdHeader: "x-request-id",
  streamType: "text/event-stream; charset=utf-8",
  jsonType: "application/json",
  limitHeaders: ({ requests, tokens }) => ({
    ...levelHeaders("requests", requests),
    ...levelHeaders("tokens", tokens),
  }),
  error: ({ kind, message, waitMs }) => {
    const [status, type, code] = SAYS[kind];
    const headers: Record<string, string> =
      waitMs === undefined
        ? {}
        : { "retry-after": String(Math.ceil(waitMs / 1000)), "retry-after-ms": String(Math.ceil(waitMs)) };
    return { status, headers, body: { error: { message, type, param: null, code } } };
  },
};

const levelHeaders = (name: string, level: Level | undefined): Record<string, string> =>
  level === undefined
    ? {}
    : {
        [`x-ratelimit-limit-${name}`]: String(level.limit),
        [`x-ratelimit-remaining-${name}`]: String(level.remaining),
        [`x-ratelimit-reset-${name}`]: duration(level.resetMs),
      };

/** As in `350ms`, `1.2s`, `1m0s`. */
function duration(ms: number): string {
  if (ms < 1000) return `${Math.ceil(ms)}ms`;
  const seconds = Math.ceil(ms / 100) / 10;
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${Math.ceil(seconds % 60)}s`;
}
