import type { Change, Dated } from "../../cost/books/diff.ts";
import { table } from "../table.ts";

const UNKNOWN = "—";

/** Changes from one book to another for a person: one a line, then how many there are. */
export function diffLines(changes: readonly Change[], a: Dated, b: Dated): string {
  const books = `from ${titled(a)} to ${titled(b)}`;
  if (changes.length === 0) return `No difference ${books}: ${b.book.models.length} targets.`;
  const rows = changes.map((change) => [
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
