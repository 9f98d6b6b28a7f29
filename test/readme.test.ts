import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

type Row = Record<
  "metric" | "tokenizer" | "domain" | "lang" | "value" | "condition" | "evidence" | "target" | "price_date",
  string
>;
const rows: Row[] = parse(readFileSync("reports/korean-tokens/measurements.csv", "utf8"), { columns: true, bom: true });
const values = (metric: string, tokenizer: string, lang: string, domain: (name: string) => boolean): number[] =>
  rows.flatMap((row) =>
    row.metric === metric && row.tokenizer === tokenizer && row.lang === lang && domain(row.domain)
      ? [Number(row.value)]
      : [],
  );
const whole = (metric: string, tokenizer: string, lang: string): string =>
  values(metric, tokenizer, lang, (name) => name === "all")[0]?.toFixed(2) ?? "";
const inside = (name: string): boolean => name !== "all" && !name.startsWith("outside:");
const span = (tokenizer: string): string => {
  const ratios = values("token_ratio", tokenizer, "ko-en", inside);
  return `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
};

describe.each(["README.md", "README.ko.md"])("the figures of %s", (file) => {
  const text = readFileSync(file, "utf8");
  const lines = text.slice(text.indexOf("test/readme.test.ts"), text.indexOf("!["));

  it("are those of the committed report", () => {
    const outside = values("token_ratio", "o200k_base", "ko-en", (name) => name.startsWith("outside:"));
    const priced = rows.filter((row) => row.metric === "usd_per_1k_ko_chars" && row.condition === "input");
    const months: Row[] = parse(readFileSync("reports/cost/measurements.csv", "utf8"), { columns: true, bom: true });
    const month = (target: string, condition: string): number =>
      Number(months.find((row) => row.target === target && row.condition === condition)?.value);
    const expected = [
      whole("token_ratio", "o200k_base", "ko-en"),
      whole("token_ratio", "gemma3", "ko-en"),
      whole("token_ratio", "cl100k_base", "ko-en"),
      span("o200k_base"),
      span("gemma3"),
      Math.max(...outside).toFixed(2),
      whole("tokens_per_char", "o200k_base", "ko"),
      whole("tokens_per_char", "gemma3", "ko"),
      String(priced.filter(({ evidence }) => evidence === "exact").length),
      String(priced.length),
      `$${month("openai/gpt-4o", "article-2026-01-29/support:sent")}`,
      `$${month("openai/gpt-4o", "article-2026-01-29/support:total")}`,
      month("google/gemini-2.5-flash-lite", "support:total").toFixed(2),
    ];
    for (const figure of expected) expect(lines).toContain(figure);
    const printed = lines.match(/\d+\.\d\d(?:–\d+\.\d\d)?/g) ?? [];
    expect(printed.filter((figure) => !expected.includes(figure))).toEqual([]);
  });
});
