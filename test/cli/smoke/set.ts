import type { SmokeInput } from "../../../src/cli/smoke/input.ts";
import { Day } from "../../../src/domain/date.ts";
import { PriceBook } from "../../../src/domain/price/book.ts";
import { type SmokeSuite, Suite } from "../../../src/domain/suite.ts";
import { BROKEN, LOST, type Made, made, pickerOf, planned, REFUSED } from "../../measure/hand-made.ts";

const parsed = Suite.parse({
  kind: "smoke",
  name: "smoke",
  title: "Hand-made",
  prompts: "smoke",
  targets: ["a/thinks"],
  profiles: "hand-made",
  prices: "hand-made",
});
if (parsed.kind !== "smoke") throw new Error("not a smoke suite");
export const suite: SmokeSuite = parsed;

/** All targets at $1 a million in and $10 out; d/unpriced is left out. */
export const book: PriceBook = PriceBook.parse({
  name: "hand-made",
  title: "Hand-made",
  as_of: "2026-11-24",
  currency: "USD",
  unit: "1M tokens",
  sources: { made: { by: "hand" } },
  models: ["a/thinks", "b/fails", "c/silent", "e/never"].map((target) => ({
    target,
    periods: [{ input: "1", output: "10" }],
    lifecycle: { status: "active" },
    sources: ["made"],
  })),
});

/** A run over hand-made attempts: `[trial, how it went]`. */
export function inputOf(
  trials: ReturnType<typeof planned>,
  attempts: readonly (readonly [string, Made])[],
  more: Partial<SmokeInput> = {},
): SmokeInput {
  const trial = pickerOf(trials);
  return {
    suite,
    trials,
    attempts: attempts.map(([id, how]) => made(trial(id), how)),
    book,
    day: Day.parse("2026-11-24"),
    run: "smoke-1",
    command: "npm run eval -- --suite smoke",
    log: "runs/smoke-1/attempts.jsonl",
    ...more,
  };
}

/** Every kind of cell and of failure at once: five targets, of which one was never asked, on answers of every grade. */
export const everything: SmokeInput = inputOf(
  planned(["a/thinks", "b/fails", "c/silent", "d/unpriced", "e/never"], 2),
  [
    [
      "a/thinks p1.ko 1",
      { tokens: [30, 20, 100], ms: [400, 1200, 2200], served: "thinks-2", text: "생각한 뒤의 답입니다." },
    ],
    ["a/thinks p1.en 1", { tokens: [20, 15, 80], ms: [300, 900, 1400], served: "thinks-2", text: "Thought over." }],
    ["a/thinks p2.ko 1", { tokens: [45, 0, 100], finish: "length", text: "", served: "thinks-2" }],
    [
      "a/thinks p2.en 1",
      { tokens: [25, 30], finish: "length", ms: [350, 350, 1850], text: "Cut o", served: "thinks-1" },
    ],
    ["b/fails p1.ko 1", { evidence: "recorded", day: "2026-11-20", failure: REFUSED }],
    ["b/fails p1.ko 1", { evidence: "recorded", day: "2026-11-21", attempt: 2, waited: 1500, tokens: [1000, 500] }],
    ["b/fails p1.en 1", { evidence: "recorded", day: "2026-11-20", failure: BROKEN, tokens: [800, 20], text: "Half" }],
    ["b/fails p2.ko 1", { evidence: "recorded", day: "2026-11-20", tokens: [1200, 300], ms: [90, 90, 190] }],
    [
      "b/fails p2.en 1",
      { evidence: "recorded", day: "2026-11-20", failure: { ...REFUSED, message: "`a|b`\n<i>twice</i>" } },
    ],
    ["c/silent p1.ko 1", { evidence: "simulated", failure: LOST }],
    ["c/silent p1.en 1", { evidence: "simulated", text: " ", tokens: [0, 0] }],
    ["c/silent p2.en 1", { evidence: "simulated", finish: "filter", text: "", tokens: [9, 0] }],
    ["d/unpriced p1.ko 1", { evidence: "simulated", tokens: [30, 10], ms: [1, 1, 1] }],
    ["d/unpriced p1.en 1", { evidence: "simulated", finish: "refusal", text: "I can't." }],
    ["d/unpriced p2.ko 1", { evidence: "simulated", finish: "tool", text: "", tokens: [41, 1] }],
    ["d/unpriced p2.en 1", { evidence: "simulated", finish: "other", text: "What now" }],
  ],
);
