import { describe, expect, it } from "vitest";
import { Rows } from "../../../src/report/rows.ts";
import type { ValidityFacts } from "../../../src/report/validity/facts.ts";
import { summaryOf } from "../../../src/report/validity/summary.ts";
import { english } from "../../../src/report/validity/wording.en.ts";
import { linesIn, tableWith } from "../shown.ts";
import { rowsOf } from "./figures.ts";
import { everything, facts } from "./set.ts";
import { blocksOf } from "./shown.ts";

type Line = Readonly<Record<string, string>>;

const usual = blocksOf();
const one: Partial<ValidityFacts> = { targets: facts.targets.slice(0, 1) };
const lineOf = (table: readonly Line[], wanted: Line): Line | undefined =>
  table.find((line) => Object.entries(wanted).every(([column, cell]) => line[column] === cell));

describe("the table of first answers", () => {
  const table = tableWith("Korean", usual);

  it("has a line for each target and mode, whether it was asked so or not", () => {
    expect(table).toHaveLength(facts.targets.length * 4);
    expect(table.slice(0, 5).map((line) => `${line["Model"]} ${line["Condition"]}`)).toEqual([
      "`openai/gpt-full` prompt",
      "`openai/gpt-full` JSON mode",
      "`openai/gpt-full` schema",
      "`openai/gpt-full` tool call",
      "`b/few` prompt",
    ]);
  });

  it("has shares with intervals, none below twenty items, and a dash where nothing was answered", () => {
    const korean = (model: string): string | undefined =>
      lineOf(table, { Model: `\`${model}\``, Condition: "prompt" })?.["Korean"];
    expect(["openai/gpt-full", "b/few", "c/silent", "d/never"].map(korean)).toEqual([
      "76.7 % [58.1–87.8]",
      "60.0 %",
      "—",
      "—",
    ]);
  });

  it("has the columns of the languages that were asked", () => {
    const columns = (langs: ValidityFacts["langs"]): string[] =>
      Object.keys(tableWith("Answers (items)", blocksOf({ ...one, langs }))[0] ?? {});
    expect(columns(["ko"])).toEqual(["Model", "Condition", "Korean", "Answers (items)"]);
    expect(columns(["en"])).toEqual(["Model", "Condition", "English", "Answers (items)"]);
  });
});

describe("the table of differences", () => {
  const cells = (low: number | undefined, high: number | undefined, p?: number): string | undefined => {
    const rows = rowsOf(
      { target: "openai/gpt-full", lang: "ko-en", condition: "prompt" },
      { first_try_valid: [-0.0333, low, high, 120, 30], ...(p === undefined ? {} : { mcnemar_p: [p] }) },
    );
    return tableWith("Korean − English, points", blocksOf(one, rows))[0]?.["Korean − English, points"];
  };

  it.each([
    [-0.1, -0.001, "−3.3 [−10.0 to −0.1]: worse"],
    [-0.1, 0.04, "−3.3 [−10.0 to +4.0]: no difference shown"],
    [0.001, 0.04, "−3.3 [+0.1 to +4.0]: better"],
    [undefined, undefined, "−3.3: too few items"],
  ])("judges %s to %s", (low, high, cell) => {
    expect(cells(low, high)).toBe(cell);
  });

  it.each([
    [-0.1, 0.04, 0.012, "−3.3 [−10.0 to +4.0]: worse (McNemar p 0.012)"],
    [-0.1, -0.001, 0.05, "−3.3 [−10.0 to −0.1]: no difference shown (McNemar p 0.050)"],
    [-0.1, -0.001, 0.04996, "−3.3 [−10.0 to −0.1]: worse (McNemar p 0.0500)"],
    [-0.1, -0.001, 0.0004, "−3.3 [−10.0 to −0.1]: worse (McNemar p < 0.001)"],
    [undefined, undefined, 0.012, "−3.3: too few items"],
  ])("judges %s to %s by McNemar's test where it gave %s", (low, high, p, cell) => {
    expect(cells(low, high, p)).toBe(cell);
  });

  it("says that the test decides only where it does", () => {
    const tested = rowsOf({ target: "openai/gpt-full", lang: "ko", condition: "json" }, { mcnemar_p: [0.2] });
    const by = (rows: typeof everything): boolean[] =>
      ["Korean − English on", "Valid at first try under each"].map(
        (start) =>
          linesIn(blocksOf({}, rows))
            .find((line) => line.startsWith(start))
            ?.includes("McNemar") ?? false,
      );
    expect(by(everything)).toEqual([false, false]);
    expect(by([...everything, ...tested])).toEqual([false, true]);
  });

  it("has the smallest difference that would show, and lines only where something is known", () => {
    const table = tableWith("Korean − English, points", usual);
    expect(table.map((line) => line["Smallest that would show, points"])).toEqual(["16.4", "12.8", "7.1", "—", "9.3"]);
    expect(new Set(table.map((line) => line["Model"]))).toEqual(new Set(["`openai/gpt-full`"]));
  });

  it("is left out with a sentence where one language was asked", () => {
    const blocks = blocksOf({ langs: ["ko"] });
    expect(tableWith("Korean − English, points", blocks)).toEqual([]);
    expect(linesIn(blocks)).toContain("Only Korean was asked: there is nothing to compare.");
  });

  it("counts the verdicts that chance alone may give, as that of changes does", () => {
    const said = (start: string): string | undefined => linesIn(usual).find((line) => line.startsWith(start));
    expect(said("Korean − English on")).toMatch(/there are 4 here\.$/);
    expect(said("Valid at first try under each condition")).toMatch(/there are 5 here\.$/);
  });
});

describe("the tables of changes and of the ladder", () => {
  it("compare every other condition with prompt, over the content that it was asked over", () => {
    const table = tableWith("Against prompt, points", usual);
    expect(lineOf(table, { Changed: "Korean field names" })?.["Against prompt, points"]).toBe(
      "−11.7 [−20.7 to −1.7]: worse",
    );
    expect(table.filter((line) => line["Changed"] === "Korean field names")).toHaveLength(1);
  });

  it("go from JSON to a right answer", () => {
    const table = tableWith("JSON as it came", usual);
    expect(lineOf(table, { Condition: "prompt", Language: "Korean" })).toEqual({
      Model: "`openai/gpt-full`",
      Condition: "prompt",
      Language: "Korean",
      "JSON as it came": "88.3 %",
      "Valid at first try": "76.7 %",
      "Repaired, on top": "5.0 %",
      "Fields right": "97.3 %",
      "All right": "61.3 %",
    });
  });

  it("are left out without the base", () => {
    const blocks = blocksOf({ conditions: facts.conditions.slice(1), retries: [] });
    const lengths = ["Against prompt, points", "Valid in the end", "By the formula"].map(
      (column) => tableWith(column, blocks).length,
    );
    expect(lengths).toEqual([0, 0, 0]);
    expect(tableWith("JSON as it came", blocks).length).toBeGreaterThan(0);
  });
});

describe("the tables of faults", () => {
  it("count faults by target, under the conditions of both languages, beside all first answers", () => {
    const table = tableWith("`openai/gpt-full`", usual);
    expect(lineOf(table, { Fault: "code fence" })).toEqual({
      Fault: "code fence",
      "`openai/gpt-full`": "3 / 3",
      "`b/few`": "0 / 0",
    });
    expect(table.at(-1)).toEqual({ Fault: "First answers", "`openai/gpt-full`": "240 / 240", "`b/few`": "5 / 5" });
  });

  it("say which conditions they count, and count no other", () => {
    expect(linesIn(usual).join("\n")).toContain("are asked under (prompt, JSON mode, schema and tool call); ");
    expect(linesIn(blocksOf({ conditions: facts.conditions.slice(0, 4) })).join("\n")).not.toContain("asked under (");
    const korean = everything.filter(
      ({ metric, condition = "" }) => metric !== "json_faults" || condition.startsWith("korean-fields "),
    );
    const blocks = blocksOf(one, korean);
    expect(tableWith("`openai/gpt-full`", blocks)).toEqual([]);
    expect(tableWith("Korean field names", blocks).map((line) => line["Fault"])).toEqual([
      "filter",
      "empty",
      "code fence",
      "missing field",
      "broken letters",
    ]);
  });

  it("count them by condition where there were answers", () => {
    const table = tableWith("English instructions", usual);
    expect(lineOf(table, { Model: "`openai/gpt-full`", Fault: "translated value" })).toMatchObject({
      prompt: "2 / 0",
      "JSON mode": "2 / 0",
      "English instructions": "6",
    });
    expect(lineOf(table, { Model: "`b/few`", Fault: "words around" })).toMatchObject({
      prompt: "1 / 0",
      schema: "— / —",
    });
  });

  it("say so where every first answer was valid", () => {
    const blocks = blocksOf(
      {},
      everything.filter(({ metric }) => metric !== "json_faults"),
    );
    expect(linesIn(blocks)).toContain("Every first answer was valid.");
  });
});

describe("the tables of asking again and of the article", () => {
  it("have a line for each way that was gone", () => {
    const ways = (retries: ValidityFacts["retries"]): (string | undefined)[] =>
      tableWith("Valid in the end", blocksOf({ ...one, langs: ["ko"], retries })).map((line) => line["Then"]);
    expect(ways(["again", "message", "other"])).toEqual([
      "not asked again",
      "same question",
      "told what is wrong",
      "another model",
    ]);
    expect(ways(["again"])).toEqual(["not asked again", "same question"]);
    expect(ways([])).toEqual([]);
  });

  it("tell of each way what it got and what it took", () => {
    expect(lineOf(tableWith("Valid in the end", usual), { Then: "another model", Language: "Korean" })).toEqual({
      Model: "`openai/gpt-full`",
      Language: "Korean",
      Then: "another model",
      "Trials (items)": "59 (20)",
      "Valid in the end": "100.0 % [93.8–100.0]",
      "Never valid": "0.0 %",
      "Answers per success": "1.30",
      "Tokens per success": "1,076",
      "$ per success": "$0.00163 [0.00160–0.00176]",
      "Extra tokens per trial": "264",
      "Extra $ per trial": "$0.000400",
    });
  });

  it("print the article's examples as it did, and what they are off by if failures are independent", () => {
    expect(tableWith("As printed", usual).map((line) => line["As printed"])).toEqual([
      "$10.00 × (1 + 0.05) = $10.50 (off by −0.25 %)",
      "$0.30 × (1 + 0.25) = $0.375 (off by −6.25 %)",
    ]);
  });

  it("have the formula beside what a success cost, and lines only where dollars are known", () => {
    const table = tableWith("By the formula", usual);
    expect(lineOf(table, { Then: "same question", Language: "Korean" })).toEqual({
      Model: "`openai/gpt-full`",
      Language: "Korean",
      Then: "same question",
      "Not valid at first try (f)": "23.3 %",
      "−f²": "−5.4 %",
      "By the formula": "$0.00151",
      "$ per success": "$0.00181",
      "Error of the formula": "−16.5 %",
    });
    expect(table.some((line) => line["Model"] === "`b/few`")).toBe(false);
  });
});

describe("the summary", () => {
  it("compares a success with a first answer in Korean, or in the one language", () => {
    const { targets, lang } = summaryOf(new Rows(everything), facts);
    expect(lang).toBe("ko");
    expect(targets.map(({ target }) => target)).toEqual(["openai/gpt-full", "b/few"]);
    expect(targets[0]?.cost?.first).toBeCloseTo(0.00123, 8);
    expect(targets[1]).toMatchObject({ final: [], cost: undefined, difference: undefined });
    expect(summaryOf(new Rows(everything), { ...facts, langs: ["en"] }).lang).toBe("en");
  });

  it("takes the first way that was gone", () => {
    const cost = (retries: ValidityFacts["retries"]): string | undefined =>
      summaryOf(new Rows(everything), { ...facts, retries }).targets[0]?.cost?.way;
    expect([cost(["again", "message"]), cost(["message"]), cost([])]).toEqual(["again", "message", undefined]);
  });

  it("says of how many trials a way is, where the API broke some off", () => {
    const summary = summaryOf(new Rows(everything), { ...facts, ...one, retries: ["other"] });
    const [, final, cost] = english.summary(facts, summary);
    expect(final).toMatch(/: `openai\/gpt-full` 100\.0 % of 59 of 60 \(another model\)\.$/);
    expect(cost).toMatch(/\(another model, of 59 of 60 trials\)\.$/);
    const whole = summaryOf(new Rows(everything), { ...facts, ...one, retries: ["again"] });
    expect(english.summary(facts, whole)[1]).toMatch(/ 90\.0 % \(same question\)\.$/);
  });

  it("says where only a part of the plan was asked, and not how often each item then", () => {
    const said = (cut: boolean): string => linesIn(blocksOf({ cut })).join("\n");
    expect(said(true).match(/only a part of the plan/gi)).toHaveLength(2);
    expect(said(true)).not.toMatch(/each 3 times|one of each task/);
    expect(said(false)).not.toContain("a part of the plan");
    expect(said(false)).toMatch(/each 3 times under each condition\./);
  });

  it("leaves out sentences of which nothing is known", () => {
    const said = english.summary(facts, { targets: [], lang: "ko" });
    expect(said).toEqual([]);
    expect(english.overview({ ...facts, asked: 0 })).toBe("The plan has 2,400 trials, and none was asked.");
  });
});
