import type { Change, Dated } from "../../cost/books/diff.ts";
import type { Merged } from "../../cost/books/merge.ts";
import type { Suspect } from "../../cost/books/suspects.ts";
import type { Catalogue, SkippedRow, Upstream } from "../../domain/price/imported.ts";
import { diffLines } from "./diff-lines.ts";

/** All that an import did. */
export type Imported = {
  readonly file: string;
  readonly format: Catalogue;
  readonly a: Dated;
  readonly b: Dated;
  readonly changes: readonly Change[];
  readonly merged: Merged;
  readonly upstream: Upstream & { readonly sha256: string };
  readonly refused: readonly Suspect[];
  /** The path of the new book; undefined when nothing was written. */
  readonly written: string | undefined;
};

/** How many names of a kind are printed; the rest is counted. */
const NAMED = 5;

/** An import for a person: the difference, what became of the targets and rows, and where the book is. */
export function importLines({ format, a, b, changes, merged, upstream, refused, written }: Imported): string {
  const { changed, same, absent, unread, added, unknown, kept } = merged;
  const lines = [
    diffLines(changes, a, b),
    "",
    `Targets: ${changed.length} with a new price, ${same.length} with the same, ${added.length} added.`,
    ...listed(`Not in ${format}, kept as they were`, absent),
    ...listed(`In ${format} as a row that was skipped, kept as they were`, unread),
    ...listed(
      "Found under another name",
      upstream.rows.flatMap(({ target, name }) =>
        [...changed, ...same].includes(target) && !name.endsWith(target.slice(target.indexOf("/") + 1))
          ? [`${target} as ${name}`]
          : [],
      ),
    ),
    ...listed(
      `Said otherwise by ${format} without a date, kept as in the book`,
      kept.map(({ target, what, book, upstream: theirs }) => `${target} ${what} ${book}, there ${theirs}`),
    ),
    ...listed("Targets that the book does not have", unknown, "; add them with --add PATTERN"),
    `Rows read: ${upstream.rows.length}; skipped: ${upstream.skipped.length}.`,
    ...skippedLines(upstream.skipped, new Set([...unread, ...absent])),
    "",
  ];
  if (written !== undefined) lines.push(`Written: ${written}, price book ${b.book.name}.`);
  else if (refused.length > 0) lines.push("Nothing written.");
  else lines.push(`Nothing written: give --out FILE.json to write the price book ${b.book.name}.`);
  return lines.join("\n");
}

/** The same for a program, with nothing cut short. */
export function importJson({ file, format, a, b, changes, merged, upstream, refused, written }: Imported): string {
  const { book: _, ...fates } = merged;
  const { sha256, skipped } = upstream;
  const from = { file, format, sha256, rows: upstream.rows.length };
  const books = { onto: a.book.name, book: b.book.name, day: b.day };
  return JSON.stringify(
    { ...from, ...books, changes, ...fates, skipped, refused, written: written ?? null },
    undefined,
    2,
  );
}

/** A line with the first few names, or none when there is nothing to name. */
function listed(title: string, names: readonly string[], end = ""): string[] {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : "";
  return [`${title}: ${names.length} (${names.slice(0, NAMED).join(", ")}${more})${end}.`];
}

/** Skipped rows by reason, the commonest first; those of targets in the book are named first. */
function skippedLines(skipped: readonly SkippedRow[], ours: ReadonlySet<string>): string[] {
  const isOurs = ({ target }: SkippedRow): boolean => target !== undefined && ours.has(target);
  const reasons = new Map<string, SkippedRow[]>();
  for (const row of skipped) reasons.set(row.why, [...(reasons.get(row.why) ?? []), row]);
  return [...reasons]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([why, rows]) => {
      const names = [...rows.filter(isOurs), ...rows.filter((row) => !isOurs(row))].map(({ name }) => name);
      return listed(`  ${why}`, names);
    });
}
