import type { Change, Dated } from "../../cost/books/diff.ts";
import { table } from "../table.ts";

const UNKNOWN = "—";

/** Facts that are told even where only one book knows them: they decide whether and at what price a target answers. */
const TOLD = ["input", "output", "ends", "replacement", "redirect"];

/**
 * Changes from one book to another for a person: one a line, then how many there are. Without `all` what only one book
 * knows of a target is counted, not listed.
 */
export function diffLines(changes: readonly Change[], a: Dated, b: Dated, all = true): string {
  const books = `from ${titled(a)} to ${titled(b)}`;
  if (changes.length === 0) return `No difference ${books}: ${b.book.models.length} targets.`;
  const told = changes.filter(
    ({ kind, what, old, new: now }) =>
      all || kind !== "changed" || TOLD.includes(what) || (old !== undefined && now !== undefined),
  );
  const untold = changes.length - told.length;
  const rows = told.map((change) => [
    change.target,
    change.kind === "changed" ? change.what : change.kind,
    arrow(change),
    change.factor === undefined ? "" : `(x${change.factor})`,
  ]);
  const count = (kind: Change["kind"]): Change[] => changes.filter((change) => change.kind === kind);
  const touched = new Set(count("changed").map(({ target }) => target)).size;
  return [
    table(["Target", "What", "Old -> new (prices in $ per 1M tokens)", ""], rows, []),
    "",
    `Changes ${books}: ${count("added").length} targets added, ${count("gone").length} gone, ${touched} changed.`,
    ...(untold === 0 ? [] : [`Known to only one of the books, and listed with --all: ${untold}.`]),
  ].join("\n");
}

/** `0.15 -> 0.3`; for a whole target only what it was or is. */
export const arrow = ({
  old,
  new: now,
}: {
  readonly old: string | undefined;
  readonly new: string | undefined;
}): string => `${old ?? UNKNOWN} -> ${now ?? UNKNOWN}`;

const titled = ({ book, day }: Dated): string => (book.name === day ? book.name : `${book.name} (on ${day})`);
