import type { Measured } from "../../measure/verdict.ts";
import { renderTable } from "../csv.ts";
import type { Checked } from "./facts.ts";
import { english } from "./wording.en.ts";
import { korean } from "./wording.ko.ts";

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
  "corrected",
  "today",
  "today_of",
  "verdict",
  "holds_for",
  "why",
  "why_ko",
] as const;

/** `claims.csv`: one row a claim, with its verdict. Measured values stand as `of=value`, joined by semicolons. */
export function claimsCsv(claims: readonly Checked[]): string {
  return renderTable(
    COLUMNS,
    claims.map(({ claim, measured, corrected, today, unmeasured, verdict }) => [
      claim.id,
      claim.section,
      claim.where.en,
      claim.quote,
      claim.quote_en,
      claim.claimed?.low,
      claim.claimed?.high,
      claim.about ? "yes" : "no",
      measured.map(measuredText).join("; "),
      corrected,
      today?.value,
      today?.targets.join("; "),
      verdict.kind,
      verdict.kind === "partly" ? verdict.of.join("; ") : undefined,
      english.note({ claim, unmeasured }),
      korean.note({ claim, unmeasured }),
    ]),
  );
}

function measuredText({ of, value, low, high }: Measured): string {
  const figure = (number: number): string =>
    Number.isFinite(number) ? String(Number(number.toPrecision(6))) : "never";
  const range = of !== undefined && low !== undefined && high !== undefined && !Number.isFinite(value + high);
  return `${of ?? "value"}=${range ? "never" : figure(value)}`;
}
