import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClaimList } from "../../src/domain/claim.ts";
import { hasShared, sharedFile } from "../shared.ts";
import { type Workplace, workplace } from "./run-cli.ts";

const list = ClaimList.parse(JSON.parse(readFileSync("datasets/claims/article-2026-01-29.json", "utf8")));
/** How many statements, figures and table cells on tokens and money each section of the article has. */
const ROWS = {
  "0": 1,
  "1-1": 15,
  "1-2": 12,
  "1-3": 16,
  "1-4": 18,
  "2-1": 6,
  "2-2": 6,
  "2-3": 15,
  "3": 1,
  "3-1": 28,
  "3-2": 27,
  "3-3": 27,
  "4-1": 10,
  "4-2": 11,
  "4-3": 17,
  "4-4": 9,
  "4-5": 14,
  "5-1": 14,
  "5-2": 11,
  "6-2": 7,
};

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});
const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(at.path(file), "utf8"), { columns: true, bom: true });

describe("the list of claims", () => {
  it("has a row for every statement and table cell, section by section", () => {
    const counts: Record<string, number> = {};
    for (const { section } of list.claims) counts[section] = (counts[section] ?? 0) + 1;
    expect(counts).toEqual(ROWS);
    expect(new Set(list.claims.map(({ id }) => id)).size).toBe(list.claims.length);
  });

  it("has the twelve cells of the table in section 2-3, and its ratios are their quotients", () => {
    const value = (id: string): number => list.claims.find((claim) => claim.id === id)?.claimed?.low ?? Number.NaN;
    for (const row of ["greeting", "tech", "contract", "chapter"]) {
      expect(value(`2-3.${row}.ko`) / value(`2-3.${row}.en`), row).toBeCloseTo(value(`2-3.${row}.ratio`), 2);
    }
  });

  it.skipIf(!hasShared("article.ko.md"))("quotes the article word for word", () => {
    const article = readFileSync(sharedFile("article.ko.md"), "utf8").replaceAll("**", "");
    const own = new Set(["4-4.1.saving", "4-4.2.saving", "2-2.meogeot", "2-2.iate", "2-1.annyeong", "4-4.3.llmlingua"]);
    // A quote may join parts of its sentence: then every part stands in the article.
    const stands = (quote: string): boolean =>
      article.includes(quote) ||
      quote.split(/[:.] (?:메인 )?| \(|\)$/).every((part) => part === "" || article.includes(part));
    const missing = list.claims.filter(({ id, quote }) => !own.has(id) && !stands(quote));
    expect(missing.map(({ id, quote }) => `${id}: ${quote}`)).toEqual([]);
    for (const { check } of list.claims) if (check.kind === "text_tokens") expect(article).toContain(check.text);
  });
});

/** The text of a section, and its table cells that hold a figure. */
function section(article: string, from: string, to: string): string {
  return article.slice(article.indexOf(from), article.indexOf(to));
}

describe.skipIf(!hasShared("article.ko.md"))("the claims of money", () => {
  const article = hasShared("article.ko.md")
    ? readFileSync(sharedFile("article.ko.md"), "utf8").replaceAll("**", "")
    : "";
  const quotes = (prefix: string): string[] =>
    list.claims.flatMap(({ section: of, quote }) => (of.startsWith(prefix) ? [quote] : []));

  it.each([
    ["1", "## 1. ", "## 2. "],
    ["3", "## 3. ", "## 4. "],
    ["4-3", "### 4-3", "### 4-4"],
    ["4-5", "### 4-5", "## 5. "],
  ])("have every figure of the tables of section %s", (prefix, from, to) => {
    const cells = section(article, from, to)
      .split("\n")
      .filter((line) => line.startsWith("|") && !line.includes("---"))
      .flatMap((line) => line.split("|").slice(2, -1))
      .flatMap((cell) => cell.match(/\$[\d.,]+\d|\d[\d.]*[KM]\b|\d[\d.]*%/g) ?? []);
    expect(cells.length).toBeGreaterThan(1);
    const known = quotes(prefix).join(" ; ");
    const missing = cells.filter((figure) => !known.includes(figure));
    expect(missing).toEqual([]);
  });

  it.each([
    ["4-1", "### 4-1", "### 4-2"],
    ["4-2", "### 4-2", "### 4-3"],
    ["5-2", "### 5-2", "### 5-3"],
    ["6-2", "### 6-2", "### 6-3"],
  ])("have every amount and percentage of section %s", (prefix, from, to) => {
    const figures = section(article, from, to).match(/\$[\d.,]*\d|\d[\d.]*%/g) ?? [];
    const known = quotes(prefix).join(" ; ");
    expect([...new Set(figures)].filter((figure) => !known.includes(figure))).toEqual([]);
  });
});

describe.skipIf(!hasShared("article.ko.md"))("the claims of times", () => {
  const article = hasShared("article.ko.md") ? readFileSync(sharedFile("article.ko.md"), "utf8") : "";

  it("are those of the table of section 5-1, cell by cell, as their ranges have them", () => {
    const printed = section(article, "### 5-1", "### 5-2")
      .split("\n")
      .filter((line) => /^\| \S.*\d~\d/.test(line))
      .flatMap((line) => line.split("|").slice(2, 4));
    const claimed = list.claims.flatMap(({ section: of, claimed: range, check }) =>
      of === "5-1" && check.kind === "latency"
        ? [` ${range?.low}~${range?.high}${check.what === "ttft_s" ? "초" : " t/s"} `]
        : [],
    );
    expect(printed).toHaveLength(12);
    expect(claimed).toEqual(printed);
  });
});

describe("the suite article-claims", () => {
  it("writes the committed report to the byte", async () => {
    expect((await at.cli(["--suite", "article-claims", "--out", "claims", "--quiet"])).code).toBe(0);
    for (const name of ["report.md", "report.ko.md", "claims.csv", "measurements.csv", "measurements.json"]) {
      expect(readFileSync(at.path(`claims/${name}`), "utf8"), name).toBe(
        readFileSync(`reports/article-claims/${name}`, "utf8"),
      );
    }
  });

  it("judges what is known of old", async () => {
    const { out } = await at.cli(["--suite", "article-claims", "--out", "claims", "--json"]);
    const { verdicts } = JSON.parse(out) as { verdicts: Record<string, string> };
    expect(verdicts).toMatchObject({
      "2-1.hello": "holds",
      "2-2.hangul": "holds",
      "2-2.training": "unverifiable",
      "2-3.greeting.ko": "unverifiable",
      "4-4.2.before": "fails",
      "4-4.3.llmlingua": "unverifiable",
      "1-2.claude.opus.4.5.input": "fails",
      "1-1.o1.mini.output": "fails",
      "1-1.gpt.4o.input": "holds",
      "3-1.volume.input": "arithmetic",
      "4-1.example.saved": "arithmetic",
      "4-3.table.saving": "holds",
      "4-5.even": "partly",
      "5-2.gpt.4o.cost": "arithmetic",
      "5-2.gemini.flash.cost": "arithmetic",
      "5-2.gemini.flash.cheaper": "holds",
      "5-2.gap": "partly",
      "5-2.gpt.4o.rate": "unverifiable",
    });
    const tokens = rows("claims/measurements.csv").find(
      (row) => row["condition"] === "2-1.annyeong" && row["tokenizer"] === "o200k_base",
    );
    expect(tokens).toMatchObject({ metric: "tokens", value: "2", evidence: "exact", lang: "ko" });
    expect(rows("claims/claims.csv")).toHaveLength(list.claims.length);
  });

  it("takes no data of one's own", async () => {
    const { code, err } = await at.cli(["--suite", "article-claims", "--dataset", "ours.csv"]);
    expect([code, err]).toEqual([2, expect.stringContaining("has data of its own and takes no --dataset")]);
  });
});
