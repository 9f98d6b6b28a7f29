import { describe, expect, it } from "vitest";
import { type Levels, levelsOf } from "../../src/run/rate-headers.ts";

const openai = (reset: string, limit = "60", remaining = "59"): Record<string, string> => ({
  "x-ratelimit-limit-requests": limit,
  "x-ratelimit-remaining-requests": remaining,
  "x-ratelimit-reset-requests": reset,
});
const DATE = "Wed, 25 Nov 2026 01:00:00 GMT";
const anthropic = (reset: string, limit = "50", remaining = "49", date = DATE): Record<string, string> => ({
  "anthropic-ratelimit-requests-limit": limit,
  "anthropic-ratelimit-requests-remaining": remaining,
  "anthropic-ratelimit-requests-reset": reset,
  date,
});

describe("the levels in the headers of an answer", () => {
  it.each<readonly [string, number]>([
    ["1s", 1000],
    ["350ms", 350],
    ["1.2s", 1200],
    ["6m0s", 360_000],
    ["1h2m3s", 3_723_000],
    ["1d", 86_400_000],
    ["7m12.5s", 432_500],
    ["12", 12_000],
    ["0.25", 250],
    ["0s", 0],
  ])("as OpenAI writes them: %s", (reset, resetMs) => {
    expect(levelsOf(openai(reset))).toEqual({ requests: { limit: 60, remaining: 59, resetMs } });
  });

  it.each<readonly [string, number]>([
    ["2026-11-25T01:00:30Z", 30_000],
    ["2026-11-25T01:00:00Z", 0],
    ["2026-11-25T00:59:00Z", 0],
    ["2026-11-25T10:01:00+09:00", 60_000],
  ])("as Anthropic writes them: %s", (reset, resetMs) => {
    expect(levelsOf(anthropic(reset))).toEqual({ requests: { limit: 50, remaining: 49, resetMs } });
  });

  it("of every limit that is told, each by itself", () => {
    const all = {
      ...openai("1s"),
      "x-ratelimit-limit-tokens": "150000",
      "x-ratelimit-remaining-tokens": "149984",
      "x-ratelimit-reset-tokens": "6ms",
      "anthropic-ratelimit-output-tokens-limit": "8000",
      "anthropic-ratelimit-output-tokens-remaining": "0",
      "anthropic-ratelimit-output-tokens-reset": "2026-11-25T01:01:00Z",
      "anthropic-ratelimit-input-tokens-limit": "40000",
      date: DATE,
    };
    expect(levelsOf(all)).toEqual<Levels>({
      requests: { limit: 60, remaining: 59, resetMs: 1000 },
      tokens: { limit: 150_000, remaining: 149_984, resetMs: 6 },
      "output-tokens": { limit: 8000, remaining: 0, resetMs: 60_000 },
    });
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["nothing", {}],
    ["no reset", { "x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "1" }],
    ["an empty reset", openai("")],
    ["words", openai("soon")],
    ["a unit that nobody knows", openai("3w")],
    ["a negative duration", openai("-1s")],
    ["spaces", openai("1 s")],
    ["half a duration", openai("1m30")],
    ["a limit of 0", openai("1s", "0", "0")],
    ["a limit in words", openai("1s", "unlimited")],
    ["a negative rest", openai("1s", "60", "-1")],
    ["more left than there is", openai("1s", "60", "61")],
    ["a fraction", openai("1s", "60", "1.5")],
    ["no moment", anthropic("")],
    ["a moment that is none", anthropic("2026-13-45T00:00:00Z")],
    ["no date to read it against", anthropic("2026-11-25T01:00:30Z", "50", "49", "")],
    ["a date in words", anthropic("2026-11-25T01:00:30Z", "50", "49", "today")],
  ])("are unknown where they cannot be read: %s", (_, headers) => {
    expect(levelsOf(headers)).toEqual({});
  });
});
