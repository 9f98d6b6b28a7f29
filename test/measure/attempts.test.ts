import { describe, expect, it } from "vitest";
import { askedTrials } from "../../src/measure/asked.ts";
import { charsPerSecond } from "../../src/measure/chars-per-second.ts";
import { answered, endingOf } from "../../src/measure/ending.ts";
import { inputRatio } from "../../src/measure/input-ratio.ts";
import type { Seen } from "../../src/measure/seen.ts";
import { spentOn } from "../../src/measure/spent.ts";
import { toldUsage } from "../../src/measure/told.ts";
import { BROKEN, LOST, type Made, made, pickerOf, planned, REFUSED } from "./hand-made.ts";

const trials = planned(["a/x"], 2, { repeat: 2 });
const trial = pickerOf(trials);
const one = (given: Made): ReturnType<typeof made> => made(trial("a/x p1.ko 1"), given);

describe("trials that were asked", () => {
  it("stand in the order of the plan with their attempts in theirs; what is of no trial is left out", () => {
    const second = made(trial("a/x p1.en 1"), { attempt: 2 });
    const first = made(trial("a/x p1.en 1"), { failure: REFUSED });
    const other = made(trial("a/x p1.ko 1"));
    const strange = { ...other, "tokenwon.trial": "a/x gone.ko 1" };
    const { "tokenwon.trial": _, ...nameless } = other;
    const asked = askedTrials(trials, [second, strange, nameless, first, other]);
    expect(asked.map(({ trial: { id } }) => id)).toEqual(["a/x p1.ko 1", "a/x p1.en 1"]);
    expect(asked[1]).toMatchObject({ first, attempts: [first, second] });
  });
});

describe("how an attempt ended", () => {
  it.each<[string, Made, string | undefined, boolean]>([
    ["whole", {}, "complete", true],
    ["whole, of white space alone", { text: " \n\u3000" }, "empty", false],
    ["cut off by the limit", { finish: "length" }, "length", true],
    ["cut off before the first word", { finish: "length", text: "" }, "length", false],
    ["refused in words", { finish: "refusal" }, "refusal", true],
    ["filtered", { finish: "filter", text: "" }, "filter", false],
    ["broken off in the middle", { failure: BROKEN, text: "다 쓰" }, undefined, false],
  ])("%s", (_, given, ending, readable) => {
    expect([endingOf(one(given)), answered(one(given))]).toEqual([ending, readable]);
  });

  it("is unknown where the vendor gave no reason", () => {
    const { "tokenwon.finish": _, ...line } = one({});
    expect(endingOf(line)).toBe("other");
  });
});

describe("characters a second", () => {
  it.each<[string, Made, number | undefined]>([
    ["from the first visible text, not from thinking", { ms: [100, 500, 1000], text: "가나다라마" }, 10],
    ["are those of the composed text", { ms: [0, 0, 1000], text: "가나다".normalize("NFD") }, 3],
    ["from the shortest time that says anything", { ms: [0, 0, 100], text: "가나다" }, 30],
    ["are unknown of what came in one read", { ms: [0, 0, 99], text: "가나다" }, undefined],
    ["are unknown without times", { text: "가나다" }, undefined],
  ])("%s", (_, given, expected) => {
    const found = charsPerSecond(one(given));
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 9);
  });
});

describe("what was told of tokens", () => {
  it.each<[string, Made, boolean]>([
    ["nothing", {}, false],
    ["zeros, which some servers send for nothing", { tokens: [0, 0] }, false],
    ["one side", { tokens: [7, 0] }, true],
    ["cached input alone", { usage: { cache_read: 7 } }, true],
  ])("%s", (_, given, told) => {
    expect(toldUsage(one(given)) !== undefined).toBe(told);
  });
});

describe("the ratio of input tokens", () => {
  const ratio = (...given: readonly (readonly [string, Made])[]): ReturnType<typeof inputRatio> =>
    inputRatio(
      askedTrials(
        trials,
        given.map(([id, how]) => made(trial(`a/x ${id}`), how)),
      ),
    );

  it("is that of sums, cached tokens included", () => {
    const found = ratio(
      ["p1.ko 1", { tokens: [30, 1] }],
      ["p1.en 1", { tokens: [10, 1] }],
      ["p2.ko 1", { usage: { fresh_input: 20, cache_read: 50, cache_write: 20 } }],
      ["p2.en 1", { tokens: [70, 1] }],
    );
    expect(found).toMatchObject({ value: 120 / 80, n: 2 });
    expect(found?.from).toHaveLength(4);
  });

  it("takes only prompts whose sides were both told, within one repetition", () => {
    const found = ratio(
      ["p1.ko 1", { tokens: [30, 1] }],
      ["p1.en 1", { tokens: [20, 1] }],
      ["p1.ko 2", { tokens: [900, 1] }],
      ["p2.ko 1", { tokens: [900, 1] }],
      ["p2.en 1", { tokens: [0, 5] }],
      ["p2.en 2", { tokens: [900, 1] }],
    );
    expect(found).toMatchObject({ value: 1.5, n: 1 });
  });

  it("takes what a broken answer had told before", () => {
    expect(ratio(["p1.ko 1", { tokens: [30, 1], failure: BROKEN }], ["p1.en 1", { tokens: [20, 1] }])?.value).toBe(1.5);
  });

  it("is unknown of one language", () => {
    expect(ratio(["p1.ko 1", { tokens: [30, 1] }])).toBeUndefined();
  });
});

describe("what attempts cost", () => {
  /** A dollar a token, where usage was told. */
  const usdOf = (attempt: Seen): number | undefined => {
    const usage = toldUsage(attempt);
    return usage === undefined ? undefined : usage.fresh_input + usage.visible_output + usage.thinking;
  };
  const spent = (...given: readonly Made[]): unknown => {
    const found = spentOn(given.map(one), usdOf);
    return found === undefined ? undefined : [found.usd, found.known.length, found.whole];
  };

  it.each<[string, readonly Made[], readonly [number, number, boolean] | undefined]>([
    ["is the sum, thinking included", [{ tokens: [1, 2] }, { tokens: [3, 4, 5] }], [15, 2, true]],
    ["is nothing for a refused request", [{ failure: REFUSED }], [0, 1, true]],
    ["is nothing for a refused request that told usage", [{ failure: REFUSED, tokens: [1, 1] }], [0, 1, true]],
    ["is at least what is known beside what was not told", [{ tokens: [1, 2] }, {}], [3, 1, false]],
    ["is at least what a broken answer had told", [{ failure: BROKEN, tokens: [1, 2] }], [3, 1, false]],
    ["is at least what is known beside a lost request", [{ tokens: [1, 2] }, { failure: LOST }], [3, 1, false]],
    ["is at least that of the output where no input was told", [{ tokens: [0, 2] }], [2, 1, false]],
    ["is at least that of the input where no output was told", [{ tokens: [2, 0] }], [2, 1, false]],
    ["is that of the input where there is no output", [{ tokens: [2, 0], text: "", finish: "filter" }], [2, 1, true]],
    ["is unknown where nobody told anything", [{}, { tokens: [0, 0] }, { failure: LOST }], undefined],
    ["is not at least 0: that is no knowledge", [{ failure: REFUSED }, {}], undefined],
    ["is unknown of nothing", [], undefined],
  ])("%s", (_, given, expected) => {
    expect(spent(...given)).toEqual(expected);
  });
});
