import { expect, it } from "vitest";
import { keptHeaders, limitHeaders } from "../../../src/transport/recordings/headers.ts";

const ANSWER = new Headers({
  "Content-Type": "application/json",
  "Retry-After": "2",
  "retry-after-ms": "2000",
  "x-should-retry": "true",
  "x-ratelimit-remaining-tokens": "10",
  "anthropic-ratelimit-tokens-reset": "2026-11-25T00:00:00Z",
  "openai-processing-ms": "120",
  "server-timing": "gfet4t7; dur=300",
  "x-request-id": "r1",
  "x-tokenwon-simulated": "1",
  date: "Wed, 25 Nov 2026 01:00:00 GMT",
  "set-cookie": "__cf_bm=abc",
  "openai-organization": "acme",
  "anthropic-organization-id": "0dcc",
  "cf-ray": "8f",
});

it("keeps what is named, in small letters, and nothing else", () => {
  expect(Object.keys(keptHeaders(ANSWER)).toSorted()).toEqual([
    "anthropic-ratelimit-tokens-reset",
    "content-type",
    "date",
    "openai-processing-ms",
    "retry-after",
    "retry-after-ms",
    "server-timing",
    "x-ratelimit-remaining-tokens",
    "x-request-id",
    "x-should-retry",
    "x-tokenwon-simulated",
  ]);
  expect(keptHeaders([["Retry-After", "2"]])).toEqual({ "retry-after": "2" });
});

it.each([
  ["retry-after", "Wed, 25 Nov 2026 01:00:30 GMT"],
  ["anthropic-ratelimit-requests-reset", "2026-11-25T01:00:30Z"],
])("keeps the clock of the one who names a moment in %s", (name, moment) => {
  const date = "Wed, 25 Nov 2026 01:00:00 GMT";
  const at = [
    [name, moment],
    ["date", date],
  ] as const;
  expect(keptHeaders(at)["date"]).toBe(date);
  expect(limitHeaders(at)["date"]).toBe(date);
});

it("keeps no date where only a duration is named", () => {
  const answer = { "retry-after": "2", "x-ratelimit-reset-requests": "6s", date: "Wed, 25 Nov 2026 01:00:00 GMT" };
  expect(keptHeaders(Object.entries(answer))).not.toHaveProperty("date");
});

it("logs those alone that say when to ask again", () => {
  const kept = limitHeaders(ANSWER);
  expect(kept).not.toHaveProperty("content-type");
  expect(kept).not.toHaveProperty("x-request-id");
  expect(kept["retry-after"]).toBe("2");
});
