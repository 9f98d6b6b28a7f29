import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { ClaimList } from "../../src/domain/claim.ts";

export const { claims } = ClaimList.parse(JSON.parse(readFileSync("datasets/claims/article-2026-01-29.json", "utf8")));

const rows: Record<string, string>[] = parse(readFileSync("reports/korean-tokens/measurements.csv", "utf8"), {
  columns: true,
  bom: true,
});

/** Tokens per Korean character of a kind of text, as committed. */
export function tokensPerKoChar(tokenizer: string, domain: string): number {
  const row = rows.find(
    (each) =>
      each["metric"] === "tokens_per_char" &&
      each["tokenizer"] === tokenizer &&
      each["domain"] === domain &&
      each["lang"] === "ko",
  );
  return Number(row?.["value"]);
}
