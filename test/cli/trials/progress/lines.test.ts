import { expect, test } from "vitest";
import { dollars, duration, roughly, wait } from "../../../../src/cli/trials/progress/amounts.ts";
import { fit } from "../../../../src/cli/trials/progress/fit.ts";
import { standingLines } from "../../../../src/cli/trials/progress/lines.ts";
import { logLine, runLine } from "../../../../src/cli/trials/progress/whole-run.ts";
import { asked, standing, target } from "./standings.ts";

test("every part of a target has its column, and a column that nobody fills takes no room", () => {
  const targets = [
    target({
      waiting: { trials: 3, why: "rate-limit", ms: 2100 },
      ttftMs: 412.4,
      tokensPerSecond: 63.2,
      failures: 2,
    }),
    target({ target: "친구/한국어-모델", done: 400, inFlight: 0, ttftMs: 1234, tokensPerSecond: 6.34 }),
    target({
      target: "google/g",
      done: 0,
      total: 1400,
      inFlight: 0,
      limit: 1,
      failures: 4,
      stopped: "no\nkey\u001B[2J",
    }),
  ];
  expect(standingLines(standing({ targets, leftMs: 80_000, usd: 0.0123, budgetUsd: 1 }), 200)).toEqual([
    "openai/gpt-4o     120/400  8 of 10 in flight  3 waiting (rate-limit, 2.1 s)    TTFT 412 ms   63 tok/s  2 failed",
    "친구/한국어-모델  400/400                                                    TTFT 1,234 ms  6.3 tok/s",
    "google/g          0/1,400  stopped: no key [2J  4 failed",
    "520 of 2,200 done  $0.0123 of $1  1 min 5 s elapsed  about 1 min 20 s left",
  ]);
  expect(standingLines(standing(), 200)).toEqual([
    "openai/gpt-4o  120/400  8 of 10 in flight",
    "120 of 400 done  1 min 5 s elapsed",
  ]);
});

test("a target that is not over says that nothing of it is in flight, and a long name leaves half of the line", () => {
  const targets = [target({ target: "openrouter/이름이-아주-긴-모델", inFlight: 0 })];
  expect(standingLines(standing({ targets }), 50)[0]).toBe("openrouter/이름이-아주-…  120/400  0 of 10 in fli…");
});

test("of many targets those that are asked have a line, and the others are summed up", () => {
  const targets = Array.from({ length: 17 }, (_, i) =>
    target({ target: `p/m${i}`, done: i < 4 ? 400 : i, failures: i < 4 ? 1 : 0 }),
  );
  const lines = standingLines(standing({ targets }), 100);
  expect(lines).toHaveLength(14);
  expect(lines.slice(0, 12).map((line) => line.split(" ")[0])).toEqual(
    targets.slice(4, 16).map(({ target: id }) => id),
  );
  expect(lines[12]).toMatch(/^and 5 more +1,616\/2,000 +4 failed$/);
});

test.each([
  ["openai/gpt-4o", 13, "openai/gpt-4o"],
  ["openai/gpt-4o", 12, "openai/gpt-…"],
  ["한국어 모델", 11, "한국어 모델"],
  ["한국어 모델", 10, "한국어 모…"],
  ["한국어 모델", 6, "한국…"],
  ["한국어 모델", 1, "…"],
  ["한국어 모델", 0, ""],
  ["🇰🇷🇰🇷", 3, "🇰🇷…"],
])("%s in %i cells is %s", (text, cells, cut) => {
  expect(fit(text, cells)).toBe(cut);
});

test.each([
  [dollars(0), "$0"],
  [dollars(0.01234), "$0.0123"],
  [dollars(0.05), "$0.05"],
  [dollars(0.000_000_012), "$0.000000012"],
  [dollars(2.5), "$2.50"],
  [dollars(1234.567), "$1,234.57"],
  [duration(59_999), "59 s"],
  [duration(60_000), "1 min"],
  [duration(3_599_000), "59 min 59 s"],
  [duration(7_500_000), "2 h 5 min"],
  [roughly(0), "1 s"],
  [roughly(59_001), "1 min"],
  [roughly(118_000), "2 min"],
  [roughly(76_000), "1 min 20 s"],
  [roughly(640_000), "11 min"],
  [roughly(3_590_000), "1 h"],
  [wait(-5), "0.0 s"],
  [wait(2149), "2.1 s"],
  [wait(65_000), "1 min 5 s"],
  [logLine(asked(0)), "asked 0 % (0 of 2,000)"],
  [logLine(asked(1999)), "asked 99 % (1,999 of 2,000)"],
  [
    logLine({ ...asked(800), targets: [target({ done: 800, total: 2000, failures: 3 })], usd: 0.012, leftMs: 117_000 }),
    "asked 40 % (800 of 2,000), 3 failed, $0.012, about 2 min left",
  ],
  [runLine({ ...asked(2000), leftMs: 0, budgetUsd: 1 }), "2,000 of 2,000 done  1 min 5 s elapsed"],
])("%s", (text, expected) => {
  expect(text).toBe(expected);
});
