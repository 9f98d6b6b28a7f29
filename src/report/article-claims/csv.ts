import { renderTable } from "../csv.ts";
import type { Checked } from "./facts.ts";

const COLUMNS = [
  "id",
  "section",
  "where",
  "quote",
  "quote_en",
  "claimed_low",
  "claimed_high",
  "about",
  "measured",
  "verdict",
  "holds_for",
  "why",
  "why_ko",
] as const;

/** `claims.csv`: one row a claim, with its verdict. Measured values stand as `tokenizer=value`, joined by spaces. */
export function claimsCsv(claims: readonly Checked[]): string {
  return renderTable(
    COLUMNS,
    claims.map(({ claim, measured, verdict }) => [
      claim.id,
      claim.section,
      claim.where.en,
      claim.quote,
      claim.quote_en,
      claim.claimed?.low,
      claim.claimed?.high,
      claim.about ? "yes" : "no",
      measured.map(({ tokenizer, value }) => `${tokenizer ?? "value"}=${Number(value.toPrecision(6))}`).join(" "),
      verdict.kind,
      verdict.kind === "partly" ? verdict.tokenizers.join(" ") : undefined,
      claim.note.en,
      claim.note.ko,
    ]),
  );
}
