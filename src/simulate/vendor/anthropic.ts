import type { Level } from "../limits.ts";
import type { Problem } from "../problem.ts";
import { CREATED, type Vendor } from "../wire/wire.ts";

const SAYS: Readonly<Record<Problem["kind"], readonly [number, string]>> = {
  "rate-limit": [429, "rate_limit_error"],
  overloaded: [529, "overloaded_error"],
  server: [500, "api_error"],
  "bad-request": [400, "invalid_request_error"],
  "not-found": [404, "not_found_error"],
};

export const ANTHROPIC: Vendor = {
  requestIdHeader: "request-id",
  streamType: "text/event-stream; charset=utf-8",
  jsonType: "application/json",
  limitHeaders: ({ requests, tokens }, now) => ({
    ...levelHeaders("requests", requests, now),
    ...levelHeaders("tokens", tokens, now),
    // The resets are moments of its own calendar: against another one they would say nothing.
    ...(requests === undefined && tokens === undefined ? {} : { date: new Date(CREATED * 1000 + now).toUTCString() }),
  }),
  error: ({ kind, message, waitMs }, requestId) => {
    const [status, type] = SAYS[kind];
    return {
      status,
      headers: waitMs === undefined ? {} : { "retry-after": String(Math.ceil(waitMs / 1000)) },
      body: { type: "error", error: { type, message }, request_id: requestId },
    };
  },
};

/** Anthropic names the moment of the reset: ours is on the calendar of a simulator that began when all its answers were made. */
const levelHeaders = (name: string, level: Level | undefined, now: number): Record<string, string> =>
  level === undefined
    ? {}
    : {
        [`anthropic-ratelimit-${name}-limit`]: String(level.limit),
        [`anthropic-ratelimit-${name}-remaining`]: String(level.remaining),
        [`anthropic-ratelimit-${name}-reset`]: moment(CREATED * 1000 + now + level.resetMs),
      };

const moment = (ms: number): string => new Date(Math.ceil(ms / 1000) * 1000).toISOString().replace(".000Z", "Z");
