import { UserError } from "../domain/error.ts";
import { Pair } from "../domain/pair.ts";
import { didYouMean } from "../domain/suggest.ts";

const KNOWN = Object.keys(Pair.shape);
const REQUIRED = ["ko", "en"];
/** Headers that people write for `ko` and `en`. */
const MEANT: Readonly<Record<string, string>> = {
  korean: "ko",
  kor: "ko",
  kr: "ko",
  한국어: "ko",
  국문: "ko",
  english: "en",
  eng: "en",
  영어: "en",
  영문: "en",
};

/** Header names as the schema writes them: trimmed, lower case. */
export const columnName = (header: string): string => header.trim().toLowerCase();

/** Refuses a header that lacks `ko` or `en`, names one twice, or has a slip of a known name. */
export function checkColumns(columns: readonly string[], file: string): void {
  const twice = columns.find((name, i) => name !== "" && columns.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new UserError("input", `${file}:1 has the column "${twice}" twice.`, { fix: "Rename one of them." });
  }
  for (const required of REQUIRED.filter((name) => !columns.includes(name))) {
    const candidate = columns.find((name) => meantBy(name) === required);
    const hint = candidate === undefined ? "" : ` Did you mean "${required}" by "${candidate}"?`;
    throw new UserError("input", `${file}:1 has no column "${required}" (found: ${columns.join(", ")}).${hint}`, {
      fix: "The first line names the columns: ko and en are required, id, domain, doc, source and licence may follow. For one text per line use --ko FILE --en FILE.",
    });
  }
  for (const name of columns.filter((column) => !KNOWN.includes(column))) {
    const meant = meantBy(name);
    if (meant !== undefined && !columns.includes(meant)) {
      throw new UserError("input", `${file}:1 has an unknown column "${name}". Did you mean "${meant}"?`, {
        fix: `Rename the column to ${meant}.`,
      });
    }
  }
}

const meantBy = (name: string): string | undefined => MEANT[name] ?? didYouMean(name, KNOWN);
