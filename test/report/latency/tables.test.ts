import { describe, expect, it } from "vitest";
import { linesIn, tableWith } from "../shown.ts";
import { counts, differences, type Figure, full, rowsOf } from "./figures.ts";
import { everything, facts } from "./set.ts";
import { blocksOf, lineOf } from "./shown.ts";

const usual = blocksOf();
const one = { targets: facts.targets.slice(0, 1) };

describe("the table of times", () => {
  const table = tableWith("TTFT p99", usual);

  it("has a line for each target and language, of each model where several served", () => {
    expect(table.map((line) => `${line["Model"]} ${line["Language"]}`)).toEqual([
      "`a/full` Korean",
      "`a/full` English",
      "`b/hundred` Korean",
      "`b/hundred` English",
      "`c/few` Korean",
      "`c/few` English",
      "`d/moved`, served by `m-1` Korean",
      "`d/moved`, served by `m-2` Korean",
      "`d/moved`, served by `m-1` English",
      "`d/moved`, served by `m-2` English",
      "`e/silent` Korean",
      "`e/silent` English",
      "`f/never` Korean",
      "`f/never` English",
    ]);
    expect(lineOf(table, "`d/moved`, served by `m-2`")?.["TTFT p50"]).toBe("825 [792–866]");
  });

  it("has a p99 from a hundred answers on, and the largest of fewer", () => {
    expect(lineOf(table, "`b/hundred`")?.["TTFT p99"]).toBe("617");
    expect(lineOf(table, "`a/full`")?.["TTFT p99"]).toBe("1,234 (max of 72)");
  });

  it("has no interval where there is none, and a dash where nothing was measured", () => {
    expect(lineOf(table, "`c/few`")).toMatchObject({
      "Answers (prompts)": "3 (3)",
      "TTFT p50": "8.3",
      "TTFT p99": "11.0 (max of 3)",
      "E2E p50": "—",
    });
    for (const target of ["`e/silent`", "`f/never`"]) {
      const { Model: _, Language: __, ...figures } = lineOf(table, target) ?? {};
      expect(new Set(Object.values(figures))).toEqual(new Set(["—"]));
    }
  });

  it("says where visible text came with the first output", () => {
    expect(
      [lineOf(table, "`a/full`"), lineOf(table, "`a/full`", "English")].map((line) => line?.["TTFVT p50"]),
    ).toEqual(["1,412", "= TTFT"]);
  });

  it("keeps a merged line where there is one beside those of its models", () => {
    const rows = [...full("a/full", "ko", 1, 72), ...full("a/full", "ko", 2, 40, "m-1")];
    const lines = tableWith("TTFT p99", blocksOf({ ...one, langs: ["ko"] }, rows));
    expect(lines.map((line) => line["Model"])).toEqual(["`a/full`", "`a/full`, served by `m-1`"]);
  });
});

describe("the table of differences", () => {
  const cells = (figures: Readonly<Record<string, Figure>>): (string | undefined)[] => {
    const line = lineOf(tableWith("TTFT, ms", blocksOf(one, differences("a/full", figures))), "`a/full`");
    return [line?.["TTFT, ms"], line?.["Characters/s"], line?.["Prompts"]];
  };

  it.each([
    ["slower", [41.24, 22.1, 60.6, 72, 24], "+41 [+22 to +61]: slower"],
    ["faster", [-141.24, -222.1, -60.6, 72, 24], "−141 [−222 to −61]: faster"],
    ["not shown", [3.21, -8.4, 14.8, 72, 24], "+3.2 [−8.4 to +14.8]: no difference shown"],
    ["up to 0", [3.21, 0, 14.8, 72, 24], "+3.2 [0.0 to +14.8]: no difference shown"],
    ["too few", [30, undefined, undefined, 19, 19], "+30: too few prompts"],
    ["too small to write", [-0.04, undefined, undefined, 3, 3], "0.0: too few prompts"],
    ["not measured", [undefined], "—"],
  ])("judges times by their interval: %s", (_, figure, cell) => {
    expect(cells({ ttft_ms: figure })[0]).toBe(cell);
  });

  it("calls fewer characters fewer, not slower", () => {
    expect(cells({ chars_per_s: [-190, -210, -170, 72, 24] })).toEqual(["—", "−190 [−210 to −170]: fewer", "24"]);
    expect(cells({ chars_per_s: [4.2, 1.1, 7.3, 72, 24] })[1]).toBe("+4.2 [+1.1 to +7.3]: more");
  });

  it("is a sentence where one language was asked", () => {
    const blocks = blocksOf({ langs: ["ko"] });
    expect(tableWith("TTFT, ms", blocks)).toEqual([]);
    expect(linesIn(blocks)).toContain("Only Korean was asked: there is nothing to compare.");
    expect(new Set(tableWith("TTFT p99", blocks).map((line) => line["Language"]))).toEqual(new Set(["Korean"]));
  });

  it("warns of chance where there are several intervals", () => {
    const said = (rows: ReturnType<typeof differences>): boolean =>
      linesIn(blocksOf(one, rows)).some((line) => line.includes("one such interval in twenty"));
    expect(said(differences("a/full", { ttft_ms: [3, 1, 5, 24, 24] }))).toBe(false);
    expect(said(differences("a/full", { ttft_ms: [3, 1, 5, 24, 24], e2e_ms: [3, 1, 5, 24, 24] }))).toBe(true);
  });
});

describe("the tables of failures and waiting", () => {
  it("have shares with their interval, counts by class, and how others ended", () => {
    const line = lineOf(tableWith("Ended otherwise", usual), "`a/full`");
    expect(line).toMatchObject({
      Requests: "72",
      "First attempt failed": "4.2 % [1.4–11.6]",
      "Failed in the end": "1.4 % [0.3–7.5]",
      "Ended otherwise": "length 3",
    });
    const classes = tableWith("Class", usual).filter(({ Model }) => Model === "`a/full`");
    expect(classes).toEqual([
      {
        Model: "`a/full`",
        Class: "rate-limit",
        "First attempt failed": "2 (2.8 %) / 2 (2.8 %)",
        "Asked again": "2 (2.8 %) / 2 (2.8 %)",
        "Failed in the end": "0 / 0",
      },
      {
        Model: "`a/full`",
        Class: "timeout (first-token)",
        "First attempt failed": "1 (1.4 %) / 1 (1.4 %)",
        "Asked again": "1 (1.4 %) / 1 (1.4 %)",
        "Failed in the end": "1 (1.4 %) / 1 (1.4 %)",
      },
    ]);
  });

  it("have no classes where nothing failed", () => {
    const rows = everything.filter(({ target }) => target === "c/few");
    expect(tableWith("Class", blocksOf({ targets: facts.targets.slice(2, 3) }, rows))).toEqual([]);
  });

  it("have 0 for what a target that was asked did not do, and a dash for one that was not", () => {
    const table = tableWith("Back-off, s", usual);
    expect(lineOf(table, "`c/few`")).toMatchObject({ Retries: "0", "Back-off, s": "0.0" });
    expect(lineOf(table, "`f/never`")).toMatchObject({ Retries: "—", "Back-off, s": "—" });
  });

  it("count once where several models served a target", () => {
    const moved = tableWith("Back-off, s", usual).filter(({ Model = "" }) => Model.includes("d/moved"));
    expect(moved.map((line) => line["Retries"])).toEqual(["4", "", "4", ""]);
  });
});

describe("the table of service levels", () => {
  it("has attainment and goodput of each preset, and its limits below", () => {
    const blocks = usual;
    expect(lineOf(tableWith("Chat", blocks), "`a/full`")).toMatchObject({
      Chat: "91.7 % [83.0–96.1], 0.42/s",
      Voice: "50.0 % [38.7–61.3], 0.21/s",
      "Throughput, tokens/s": "135",
    });
    expect(linesIn(blocks)).toContain(
      "Chat: TTFT ≤ 2,000 ms, TPOT ≤ 200 ms. Source: MLPerf Inference, Llama 2 70B, server.",
    );
  });

  it("has no goodput without a steady part, and no column without a preset", () => {
    const rows = counts("a/full", "ko").filter(({ metric }) => metric !== "goodput_per_s");
    expect(lineOf(tableWith("Chat", blocksOf(one, rows)), "`a/full`")?.["Chat"]).toBe("91.7 % [83.0–96.1]");
    const bare = tableWith("Throughput, tokens/s", blocksOf({ ...one, slos: [] }));
    expect(Object.keys(bare[0] ?? {})).toEqual(["Model", "Language", "Throughput, tokens/s"]);
  });
});

describe("the table of what was published", () => {
  it("judges a live median by the range, its ends inside", () => {
    const rows = rowsOf("a/full", "ko", { "ttft_ms p50": [300], "tokens_per_s p50": [100.1] });
    const line = lineOf(tableWith("TTFT against it", blocksOf({}, rows)), "`a/full`");
    expect(line).toMatchObject({
      "TTFT, ms, then": "300–800 (published)",
      "TTFT against it": "inside",
      "Tokens/s against it": "above",
    });
  });

  it("judges nothing by simulated medians, and says that they came from the table", () => {
    const grade = { evidence: "simulated", attempts: 1, of: 1 } as const;
    const blocks = blocksOf({ grade });
    expect(tableWith("TTFT against it", blocks)).toEqual([]);
    const said = (more: Parameters<typeof blocksOf>[0]): string[] =>
      linesIn(blocksOf({ grade, ...more })).filter((line) => line.includes("printed them"));
    expect(said({})[0]).toContain("drawn from that very table");
    expect(said({ profiles: "own.json" })[0]).not.toContain("drawn from that very table");
    expect(said({ profiles: "own.json" })[0]).toContain("confirm nothing");
    expect(said({ published: undefined })).toEqual([]);
  });

  it("judges nothing where the client limited the run", () => {
    const health = facts.health === undefined ? undefined : { ...facts.health, limited: true };
    expect(tableWith("TTFT against it", blocksOf({ health }))).toEqual([]);
    expect(tableWith("TTFT, ms, then", blocksOf({ health }))).not.toEqual([]);
  });

  it("has a line for a target that is not in the plan", () => {
    expect(lineOf(tableWith("TTFT against it", usual), "`z/elsewhere`")).toMatchObject({
      "TTFT p50": "—",
      "TTFT against it": "—",
    });
  });
});

describe("the table of tokens", () => {
  it("has the ratio once a target, and at least what is known of the cost", () => {
    const table = tableWith("Tokens out", usual);
    expect(lineOf(table, "`a/full`")).toMatchObject({ Ratio: "1.32", "Tokens in": "210.5", $: "0.0123" });
    expect(lineOf(table, "`a/full`", "English")).toMatchObject({ Ratio: "", "Tokens in": "160" });
    expect(lineOf(table, "`c/few`")?.["$"]).toBe("≥ 0.00100");
    const nothing = rowsOf("a/full", "ko", { usd_spent: [undefined, 0] });
    expect(lineOf(tableWith("Tokens out", blocksOf(one, nothing)), "`a/full`")?.["$"]).toBe("—");
  });
});
