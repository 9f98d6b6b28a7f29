import { describe, expect, it } from "vitest";
import { measureSmoke } from "../../../src/cli/smoke/measure.ts";
import { FAILURE_KINDS } from "../../../src/domain/failure.ts";
import { FINISH_REASONS } from "../../../src/domain/finish.ts";
import { Rows } from "../../../src/report/rows.ts";
import type { FailedTrial, SmokeFacts } from "../../../src/report/smoke/facts.ts";
import { failureBlocks } from "../../../src/report/smoke/failure-blocks.ts";
import { tallyOf, targetTable } from "../../../src/report/smoke/target-table.ts";
import { english } from "../../../src/report/smoke/wording.en.ts";
import { korean } from "../../../src/report/smoke/wording.ko.ts";
import { everything, inputOf } from "../../cli/smoke/set.ts";
import { type Made, planned, REFUSED } from "../../measure/hand-made.ts";

const { facts } = measureSmoke(everything);
const failed = (more: Partial<FailedTrial> = {}): FailedTrial => ({
  trial: "a/x p1.ko 1",
  kind: "server",
  status: 500,
  message: "Oh",
  attempts: 1,
  resolved: false,
  ...more,
});

/** The table of these failures, and what stands below it. */
function shown(...failures: readonly FailedTrial[]): { rows: readonly (readonly string[])[]; below: string[] } {
  const blocks = failureBlocks({ ...facts, failures }, english);
  return {
    rows: blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
    below: blocks.slice(2).flatMap((block) => (block.kind === "text" ? [block.text] : [])),
  };
}
const message = (text: string): string | undefined => shown(failed({ message: text })).rows[0]?.[3];

describe("the table of failures", () => {
  it("names each with its class, its status and the server's words", () => {
    expect(shown(failed(), failed({ kind: "network", status: undefined })).rows).toEqual([
      ["`a/x p1.ko 1`", "server (500)", "not asked again", "`Oh`"],
      ["`a/x p1.ko 1`", "network", "not asked again", "`Oh`"],
    ]);
  });

  it.each([
    [1, false, "not asked again", "재시도하지 않음"],
    [3, false, "failed 3 times", "3회 모두 실패"],
    [2, true, "answered after 1 retry", "재시도 1회 만에 응답"],
    [3, true, "answered after 2 retries", "재시도 2회 만에 응답"],
  ])("says what came of %d attempts, answered in the end: %s", (attempts, resolved, en, ko) => {
    const one = failed({ attempts, resolved });
    expect([english.then(one), korean.then(one)]).toEqual([en, ko]);
  });

  it.each([
    ["a line break", "a\r\n\tb", "`a b`"],
    ["a backtick", "`rm`", "`'rm'`"],
    ["what cannot be seen", "a\u0000\u200bb\u202e", "`a b`"],
    ["nothing", " \n", ""],
    ["100 characters", "가".repeat(100), `\`${"가".repeat(100)}\``],
    ["101 characters", "😀".repeat(101), `\`${"😀".repeat(99)}…\``],
  ])("takes %s in a message for text on one line", (_, given, written) => {
    expect(message(given)).toBe(written);
  });

  it("names twenty, and says how many more there are", () => {
    const twenty = Array.from({ length: 20 }, () => failed());
    expect([shown(...twenty).rows.length, shown(...twenty).below]).toEqual([20, []]);
    const more = shown(...twenty, failed(), failed());
    expect([more.rows.length, more.below]).toEqual([20, ["And 2 more, in the log."]]);
  });

  it("is a word where nothing failed", () => {
    expect(failureBlocks({ ...facts, failures: [] }, english)).toEqual([{ kind: "text", text: "None." }]);
  });
});

describe("the table of targets", () => {
  const lines = (input: typeof everything): readonly (readonly string[])[] => {
    const result = measureSmoke(input);
    const block = targetTable(new Rows(result.rows), result.facts, english);
    return block.kind === "table" ? block.rows : [];
  };

  it("has one figure a cell where one language was asked", () => {
    const trials = planned(["a/thinks"], 2, { langs: ["ko"] });
    expect(
      lines(
        inputOf(trials, [
          ["a/thinks p1.ko 1", { tokens: [1500, 10], ms: [100, 100, 900.4] }],
          ["a/thinks p2.ko 1", { tokens: [1501, 15], ms: [200, 200, 900.4] }],
        ]),
      ),
    ).toEqual([["`a/thinks`", "2", "2", "", "", "", "150", "900", "1,501", "—", "12.5", "0.00325"]]);
  });

  it("has a dash, not 0, for a target and for a language that was not asked", () => {
    const input = inputOf(planned(["a/thinks", "e/never"], 1), [["a/thinks p1.ko 1", { tokens: [10, 10] }]]);
    expect(lines(input)).toEqual([
      ["`a/thinks`", "1 / —", "1 / —", "", "", "", "—", "—", "10 / —", "—", "10 / —", "0.000110"],
      ["`e/never`", ...Array.from({ length: 11 }, () => "—")],
    ]);
  });

  it.each<[string, Made, Made, string]>([
    ["both sides are known", { tokens: [10, 10] }, { tokens: [10, 10] }, "0.000220"],
    ["one side is not known", { tokens: [10, 10] }, {}, "≥ 0.000110"],
    ["one side is known in part", { tokens: [10, 10] }, { tokens: [10, 0] }, "≥ 0.000120"],
    ["all was refused", { failure: REFUSED }, { failure: REFUSED }, "0"],
    ["one side was refused, and the other is not known", { failure: REFUSED }, {}, "—"],
    ["nothing is known", {}, {}, "—"],
  ])("has the dollars of both languages: %s", (_, ko, en, written) => {
    const input = inputOf(planned(["a/thinks"], 1), [
      ["a/thinks p1.ko 1", ko],
      ["a/thinks p1.en 1", en],
    ]);
    expect(lines(input)[0]?.at(-1)).toBe(written);
  });

  it("counts every trial once in the tally", () => {
    expect(tallyOf(new Rows(measureSmoke(everything).rows))).toEqual({ complete: 4, otherwise: 7, failed: 4 });
    expect(tallyOf(new Rows([]))).toEqual({ complete: 0, otherwise: 0, failed: 0 });
  });
});

describe("the two wordings", () => {
  it("have a Korean word of its own for every class of failure and every ending", () => {
    const endings = [...FINISH_REASONS, "empty"] as const;
    for (const words of [
      FAILURE_KINDS.map((kind) => korean.failure(kind)),
      endings.map((ending) => korean.ending(ending)),
    ]) {
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/^[\p{Script=Hangul}· ]+$/u);
    }
    expect(korean.failure("overloaded", 503)).toBe("과부하(503)");
    expect(FAILURE_KINDS.map((kind) => english.failure(kind))).toEqual([...FAILURE_KINDS]);
  });

  it.each<[string, Partial<SmokeFacts>]>([
    ["all there is", { recordings: "evals/recordings/smoke/" }],
    ["no log", { log: undefined }],
    ["one language", { langs: ["ko"] }],
    ["nothing asked", { grade: undefined, asked: 0 }],
  ])("say as much in both languages: %s", (_, more) => {
    const [en, ko] = [english, korean].map((words) => words.notes({ ...facts, ...more }));
    expect(ko).toHaveLength(en?.length ?? 0);
    // Figures, files and commands are the same, sentence by sentence.
    const marks = (text: string): string[] => (text.match(/`[^`]+`|\d[\d-]*/g) ?? []).sort();
    expect(ko?.map(marks)).toEqual(en?.map(marks));
  });
});
