import type { z } from "zod";
import { Pair, UNLABELLED } from "../domain/pair.ts";

/** One record of a file before it is known to be a pair, with the line it starts on. */
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, unknown>> };
/** A line that cannot be a pair, and why. */
export type Fault = { readonly line: number; readonly fault: string };
export type RowOrFault = Row | Fault;

/** What stands in for the columns that a user's file may leave out. */
const DEFAULTS = { source: "own text", licence: "not stated", domain: UNLABELLED } as const;

/**
 * A row as a pair, or the reason why it is none. Only `ko` and `en` are required; a row without `doc` is a document of
 * its own. Columns that no pair has are left out.
 */
export function toPair(row: RowOrFault): { readonly line: number; readonly pair: Pair } | Fault {
  if ("fault" in row) return row;
  const { line, fields } = row;
  const given = Object.fromEntries(
    named(fields).filter(
      ([name, value]) => Object.hasOwn(Pair.shape, name) && value !== undefined && value !== null && value !== "",
    ),
  );
  for (const side of ["ko", "en"] as const) {
    const fault = faultOf(given[side]);
    if (fault !== undefined) return { line, fault: `${side} ${fault}` };
  }
  const parsed = Pair.safeParse({ id: `line-${line}`, doc: `line-${line}`, ...DEFAULTS, ...given });
  return parsed.success ? { line, pair: parsed.data } : { line, fault: explain(parsed.error) };
}

/** Spreadsheets and programs number things: a numeric id or doc is as good as its digits. */
const named = (fields: Row["fields"]): [string, unknown][] =>
  Object.entries(fields).map(([name, value]) => [
    name,
    (name === "id" || name === "doc") && typeof value === "number" ? String(value) : value,
  ]);

function faultOf(text: unknown): string | undefined {
  if (text === undefined) return "is empty";
  if (typeof text !== "string") return "is not text";
  if (text.trim() === "") return "is empty";
  if (text.includes("\uFFFD")) return "holds U+FFFD (�): the text was damaged before it came here";
  if (!isWellFormed(text)) return "holds half of a character (a lone surrogate)";
  return undefined;
}

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const explain = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
