import type { Problem } from "../problem.ts";
import type { Vendor } from "../wire/wire.ts";

const SAYS: Readonly<Record<Problem["kind"], readonly [number, string]>> = {
  "rate-limit": [429, "RESOURCE_EXHAUSTED"],
  overloaded: [503, "UNAVAILABLE"],
  server: [500, "INTERNAL"],
  "bad-request": [400, "INVALID_ARGUMENT"],
  "not-found": [404, "NOT_FOUND"],
};

/** Gemini's Developer API. It has no headers about limits: how long to wait stands in the body. */
export const GOOGLE: Vendor = {
  requestIdHeader: "x-goog-request-id",
  streamType: "text/event-stream",
  jsonType: "application/json; charset=UTF-8",
  limitHeaders: () => ({}),
  error: ({ kind, message, waitMs }) => {
    const [code, status] = SAYS[kind];
    return {
      status: code,
      headers: {},
      body: { error: { code, message, status, ...(waitMs === undefined ? {} : { details: [retryInfo(waitMs)] }) } },
    };
  },
};

const retryInfo = (waitMs: number): unknown => ({
  "@type": "type.googleapis.com/google.rpc.RetryInfo",
  retryDelay: `${Math.ceil(waitMs) / 1000}s`,
});
