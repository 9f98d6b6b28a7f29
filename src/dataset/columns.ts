import { UserError } from "../domain/error.ts";
import { Pair } from "../domain/pair.ts";
import { didYouMean } from "../domain/suggest.ts";

const KNOWN = Object.keys(Pair.shape);
const REQUIRED = ["ko", "en"];
/** Headers that people write for a column of ours. */
const MEANT = new Map(
  Object.entries({
    ko: ["korean", "kor", "kr", "한국어", "국문"],
    en: ["english", "eng", "영어", "영문"],
    doc: ["doc_id", "docid", "document", "document_id", "문서"],
    domain: ["category", "분야", "종류"],
  }).flatMap(([name, others]) => others.map((other): [string, string] => [other, name])),
);
/** Shorter names are too near to everything to be a slip. */
const SHORTEST_SLIP = 4;

/** Header names as the schema writes them: trimmed, lower case. */
export const columnName = (header: string): string => header.trim().toLowerCase();

/**
 * Refuses a header that lacks `ko` or `en`, names one twice, or has a slip of a known name; returns the columns that are
 * of no use here and left out.
 */
export function checkColumns(columns: readonly string[], file: string): string[] {
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
  const unknown = columns.filter((column) => !KNOWN.includes(column));
  for (const name of unknown) {
    const meant = meantBy(name);
    if (meant !== undefined && !columns.includes(meant)) {
      throw new UserError("input", `${file}:1 has an unknown column "${name}". Did you mean "${meant}"?`, {
        fix: `Rename the column to ${meant}.`,
      });
    }
  }
  return unknown.filter((name) => name !== "");
}

/** A known word for a column of ours, or a slip of one letter in its name. */
function meantBy(name: string): string | undefined {
  return MEANT.get(name) ?? (name.length < SHORTEST_SLIP ? undefined : didYouMean(name, KNOWN, 1));
}
