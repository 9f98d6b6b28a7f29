import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { current } from "../cost/priced.ts";
import { type CliRun, type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

type Row = Record<string, string>;
const rowsOf = (folder: string): Row[] =>
  parse(readFileSync(at.path(`${folder}/measurements.csv`), "utf8"), { columns: true, bom: true });
const cost = (...args: string[]): Promise<CliRun> => at.cli(["cost", ...args]);
const month = (rows: readonly Row[], target: string, condition: string): Row =>
  rows.find((row) => row["metric"] === "usd_per_month" && row["target"] === target && row["condition"] === condition) ??
  {};

describe("cost on the committed data", () => {
  it("writes the committed report to the byte", async () => {
    expect((await cost("--out", "cost", "--quiet")).code).toBe(0);
    const charts = ["support", "documents", "coding"].flatMap((name) => [
      `charts/${name}.svg`,
      `charts/${name}.ko.svg`,
    ]);
    for (const name of ["report.md", "report.ko.md", "measurements.csv", "measurements.json", ...charts]) {
      expect(readFileSync(at.path(`cost/${name}`), "utf8"), name).toBe(readFileSync(`reports/cost/${name}`, "utf8"));
    }
  });

  it("gives every price a source and a date, and every figure of a cost its evidence", () => {
    const rows: Row[] = parse(readFileSync("reports/cost/measurements.csv", "utf8"), { columns: true, bom: true });
    for (const row of rows) {
      expect(row["price_date"], JSON.stringify(row)).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(row["source"]).toContain("prices/");
      expect(["exact", "assumed", "published"]).toContain(row["evidence"]);
    }
    const report = readFileSync("reports/cost/report.md", "utf8");
    const priced = new Set(rows.flatMap((row) => (row["metric"] === "month_rank" ? [row["target"]] : [])));
    for (const { target, checked, sources } of current.models) {
      if (!priced.has(target)) continue;
      const line = report
        .split("\n")
        .find((each) => each.startsWith(`| \`${target}\` | $`) && each.includes(checked ?? "?"));
      expect(line, target).toContain(sources.join(", "));
    }
    // Nothing in the report was measured on a vendor, and nothing simulated.
    expect(rows.some((row) => ["live", "recorded", "simulated"].includes(row["evidence"] ?? ""))).toBe(false);
  });

  it("prices assumed tokens as a range and counted ones as a figure with its interval", () => {
    const rows: Row[] = parse(readFileSync("reports/cost/measurements.csv", "utf8"), { columns: true, bom: true });
    const counted = month(rows, "openai/gpt-5.6-luna", "support:total");
    expect(Number(counted["low"])).toBeLessThan(Number(counted["value"]));
    expect(counted).toMatchObject({ confidence: "0.95", evidence: "exact", tokenizer: "o200k_base" });
    expect(month(rows, "anthropic/claude-opus-5-5", "support:total")).toMatchObject({
      value: "",
      confidence: "",
      evidence: "assumed",
    });
    // A cache can only be found, never lost: with all turns read it costs no more where reads are cheaper than writes are dear.
    for (const variant of ["cache=turns", "cache=all"]) {
      const cached = Number(month(rows, "openai/gpt-5.6-luna", `support:total:${variant}`)["value"]);
      expect(cached).toBeLessThan(Number(counted["value"]));
    }
    const batch = Number(month(rows, "openai/gpt-5.6-luna", "documents:total:batch")["value"]);
    expect(batch).toBeCloseTo(Number(month(rows, "openai/gpt-5.6-luna", "documents:total")["value"]) / 2, 9);
  });
});

describe("cost of one's own", () => {
  it("takes a scenario from flags, and says the command that makes it again", async () => {
    const { code, out } = await cost(
      "--per-day",
      "10",
      "--days",
      "20",
      "--user-chars",
      "1000",
      "--reply-chars",
      "500",
      "--kind",
      "tech",
      "--out",
      "o",
    );
    expect(code).toBe(0);
    expect(out).toContain("Your own traffic");
    const rows = rowsOf("o");
    // 0.57 tokens a character, 200 requests, at 0.2 / 1.2.
    const luna = month(rows, "openai/gpt-5.6-luna", "own:total");
    expect(Number(luna["value"])).toBeCloseTo(200 * 0.57 * (1000 * 0.2 + 500 * 1.2) * 1e-6, 3);
    expect(readFileSync(at.path("o/report.md"), "utf8")).toContain(
      "`npm run eval -- cost --per-day 10 --user-chars 1000 --reply-chars 500 --days 20 --kind tech`",
    );
  });

  it("takes English characters, which become Korean ones by the pairs of that kind", async () => {
    const support = JSON.parse(readFileSync("datasets/scenarios/support.json", "utf8")) as object;
    const own = (part: object): void =>
      writeFileSync(
        at.path("own.json"),
        JSON.stringify({ ...support, name: "own", user: { ...part, domain: "support" } }),
      );
    const input = async (): Promise<number> => {
      expect((await cost("--scenario", "own.json", "--target", "openai/gpt-4o", "--out", "o", "--quiet")).code).toBe(0);
      return Number(rowsOf("o").find((row) => row["metric"] === "tokens_per_month")?.["value"]);
    };
    own({ en_chars: 11750 / 10 });
    const english = await input();
    own({ ko_chars: 5116 / 10 }); // The support pairs have 5,116 Korean characters for 11,750 English ones.
    expect(english).toBeCloseTo(await input(), 3);
  });

  it("lays one's own rates over the book, from CSV or JSON, and keeps lifecycle and tokenizer", async () => {
    writeFileSync(
      at.path("ours.csv"),
      "\uFEFFtarget,input,output,tokenizer,note\nopenai/gpt-4o,1.25,5,,negotiated\nlocal/our-llama,0.02,0.02,llama3,\n",
    );
    writeFileSync(
      at.path("more.json"),
      JSON.stringify({ models: [{ target: "local/our-qwen", input: 0.03, output: "0.06", tokenizer: "qwen2.5" }] }),
    );
    const { code } = await cost(
      "--price",
      "ours.csv",
      "--price",
      "more.json",
      "--scenario",
      "documents",
      "--out",
      "o",
      "--quiet",
    );
    expect(code).toBe(0);
    const rows = rowsOf("o");
    const committed: Row[] = parse(readFileSync("reports/cost/measurements.csv", "utf8"), { columns: true, bom: true });
    const listed = month(committed, "openai/gpt-4o", "documents:total");
    expect(Number(month(rows, "openai/gpt-4o", "documents:total")["value"])).toBeCloseTo(
      Number(listed["value"]) / 2,
      9,
    );
    expect(month(rows, "local/our-llama", "documents:total")).toMatchObject({ tokenizer: "llama3", evidence: "exact" });
    expect(month(rows, "local/our-qwen", "documents:total")["tokenizer"]).toBe("qwen2.5");
    expect(month(rows, "local/our-llama", "documents:total")["source"]).toContain("own:ours.csv");
  });

  it("prices another day, service and residency, and leaves out who does not sell them", async () => {
    expect((await cost("--as-of", "2027-01-01", "--target", "google/*", "--out", "later", "--quiet")).code).toBe(0);
    const dear = month(rowsOf("later"), "google/gemini-3.8-flash", "coding:total");
    expect((await cost("--target", "google/*", "--out", "now", "--quiet")).code).toBe(0);
    const cheap = month(rowsOf("now"), "google/gemini-3.8-flash", "coding:total");
    expect(Number(dear["high"])).toBeCloseTo(2 * Number(cheap["high"]), 6);
    // 2.5 Pro is answered by another model then.
    expect(month(rowsOf("later"), "google/gemini-2.5-pro", "coding:total")).toEqual({});

    expect((await cost("--service", "flex", "--residency", "--out", "flex", "--quiet")).code).toBe(0);
    const targets = new Set(rowsOf("flex").flatMap((row) => (row["metric"] === "month_rank" ? [row["target"]] : [])));
    expect(targets.has("openai/gpt-6-luna")).toBe(true);
    expect(targets.has("openai/gpt-4o")).toBe(false);
    const { code, err } = await cost("--service", "flex", "--target", "anthropic/*");
    expect([code, err]).toEqual([2, expect.stringContaining("can be priced with flex")]);
  });

  it("says what is not so when every model ends, or two cost the same, and gives a range as a range", async () => {
    const ending = await cost(
      "--scenario",
      "documents",
      "--target",
      "openai/gpt-4.1",
      "--target",
      "openai/o3",
      "--out",
      "o",
    );
    expect(ending.out).toContain(
      "openai/gpt-4.1, openai/o3 is the cheapest model with a tokenizer that can be run: Document",
    );
    expect(ending.out).not.toContain("no announced end");
    const range = await cost("--scenario", "documents", "--target", "anthropic/claude-opus-5-5", "--out", "o");
    expect(range.out).toMatch(/Document summaries \$89\.81–217 a month/);
  });

  it("keeps conditions apart in the rows, and writes no variants beside them", async () => {
    expect((await cost("--service", "batch", "--target", "openai/gpt-5.6-luna", "--out", "o", "--quiet")).code).toBe(0);
    const conditions = rowsOf("o").flatMap((row) =>
      row["metric"] === "usd_per_month" ? [row["condition"] ?? ""] : [],
    );
    expect(
      conditions.every((condition) => /^(support|documents|coding) batch:(input|output|total)$/.test(condition)),
    ).toBe(true);
  });

  it("holds the article against the book as it stands, whatever one's own rates are", async () => {
    writeFileSync(at.path("ours.csv"), "target,input,output\nopenai/gpt-4o,1,5\nopenai/o1,1,1\nlocal/mystery,1,1\n");
    const { err } = await cost("--price", "ours.csv", "--out", "o");
    const report = readFileSync(at.path("o/report.md"), "utf8");
    expect(report).toContain("gpt-4o $825 a month instead of $450");
    expect(report).toMatch(/\| `openai\/gpt-4o` \| \$2\.50 \/ \$10\.00 \| same \|/);
    expect(err).toContain("note: your rate for openai/o1 is in no table: it does not answer on 2026-11-24.");
    expect(err).toContain("note: your rate for local/mystery is in no table: no tokenizer is known for it");
    const shown = await at.cli(["prices", "show", "openai/gpt-4o", "--price", "ours.csv"]);
    expect(shown.out).not.toContain("wrong");
  });

  it("does not say of a changed copy of a scenario what the article said of its own", async () => {
    const copy = JSON.parse(readFileSync("datasets/scenarios/support.json", "utf8")) as object;
    writeFileSync(at.path("copy.json"), JSON.stringify({ ...copy, name: "copy", per_day: 3, history: "none" }));
    expect((await cost("--scenario", "copy.json", "--out", "o", "--quiet")).code).toBe(0);
    expect(readFileSync(at.path("o/report.md"), "utf8")).not.toMatch(
      /instead of|“The article” is|own count leaves out/,
    );
  });

  it("leaves out what cannot take so long a call, and says so", async () => {
    const long = ["--per-day", "1", "--user-chars", "300000", "--reply-chars", "100"];
    expect((await cost(...long, "--out", "o")).out).toMatch(/beyond their limits: openai\/gpt-4o, openai\/gpt-4o-mini/);
    const { code, err } = await cost("--per-day", "1", "--user-chars", "100000000", "--reply-chars", "100");
    expect([code, err]).toEqual([2, expect.stringContaining("are too long for every target")]);
  });

  it("tells a day other than the book's on stderr, and says when caching changes nothing", async () => {
    const { err } = await cost("--as-of", "2027-01-01", "--target", "openai/gpt-5.2", "--out", "o", "--quiet");
    expect(err).toContain("note: prices of 2027-01-01 as the book 2026-11-24 of 2026-11-24 knows them");
    const { out } = await cost("--cache", "turns", "--target", "openai/gpt-5.2", "--out", "o");
    expect(out).toContain("Caching changes nothing for document summaries");
  });

  it("takes a rate of the won with its day", async () => {
    expect((await cost("--krw", "1390@2026-11-20", "--target", "openai/gpt-4o", "--out", "o", "--quiet")).code).toBe(0);
    const rows = rowsOf("o");
    const krw = rows.find((row) => row["metric"] === "krw_per_month");
    const usd = rows.find((row) => row["metric"] === "usd_per_month" && row["condition"] === "support:total");
    expect(Number(krw?.["value"])).toBeCloseTo(Number(usd?.["value"]) * 1390, 4);
    expect(krw?.["source"]).toContain("--krw 1390@2026-11-20");
    expect(readFileSync(at.path("o/report.md"), "utf8")).toContain("Won: 1,390 for a dollar (2026-11-20).");
  });

  it.each([
    [["--scenario", "suport"], 'There is no scenario "suport". Did you mean "support"?'],
    [["--per-day", "10"], "A scenario of your own lacks --user-chars and --reply-chars."],
    [["--scenario", "support", "--turns", "3"], "--scenario and --turns exclude each other"],
    [
      ["--per-day", "1", "--user-chars", "1", "--reply-chars", "1", "--kind", "tach"],
      'reads like "tach", which no pairs are. Did you mean "tech"?',
    ],
    [["--cache", "always"], "It is off, turns, all, or chances"],
    [["--cache", "within=1,within=0.2"], "It is off, turns, all, or chances"],
    [["--days", "45"], "It must be a whole number, from 1 to 31"],
    [["--turns", "100000"], "It must be a whole number, from 1 to 200"],
    [["--cache", "within=2"], "It is off, turns, all, or chances"],
    [["--krw", "1390@yesterday"], "Its day must be written as in 1390@2026-11-20"],
    [["--as-of", "2026-02-30"], '"2026-02-30" is not a day'],
    [["--target", "openai/gpt-4p"], 'Did you mean "openai/gpt-4o"?'],
    [["--format", "pdf"], 'There is no format "pdf"'],
    [["--scenario", "none.json"], "none.json"],
    [["--price", "none.csv"], "none.csv"],
  ])("refuses %j in one sentence", async (args, message) => {
    const { code, err } = await cost(...args, "--out", "o");
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it.each([
    ["broken.json", "{", "is not JSON"],
    ["wrong.json", JSON.stringify([{ target: "openai/gpt-4o", input: -1, output: 2 }]), "row 1: input"],
    ["names.csv", "target,input,output\nopenai/gpt-4o,cheap,2\n", "row 1: input"],
    ["twice.csv", "target,input,output\nlocal/a,1,2\nlocal/a,1,2\n", "prices local/a twice"],
    ["empty.csv", "target,input,output\n", "holds no price"],
    [
      "tokenizer.csv",
      "target,input,output,tokenizer\nlocal/a,1,2,o300k\n",
      'names the tokenizer "o300k", which is not known',
    ],
  ])("refuses rates in %s by file and row", async (name, text, message) => {
    writeFileSync(at.path(name), text);
    const { code, err } = await cost("--price", name, "--out", "o");
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it("prints JSON for machines and Korean for Korean terminals", async () => {
    const { out } = await cost("--target", "openai/gpt-4o", "--out", "o", "--json");
    const answer = JSON.parse(out) as { book: string; rows: unknown[] };
    expect(answer.book).toBe("2026-11-24");
    expect(answer.rows.length).toBeGreaterThan(20);
    const korean = await at.cli(["cost", "--target", "openai/gpt-4o", "--out", "o"], { env: { LANG: "ko_KR.UTF-8" } });
    expect(korean.out).toContain("고객 상담 챗봇");
    expect(korean.out).toContain("다음: report.ko.md");
  });
});
