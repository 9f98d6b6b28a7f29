import { compareBooks } from "../../cost/books/diff.ts";
import { type Effects, say } from "../effects.ts";
import { dayOf, readBook } from "../read-books.ts";
import { diffLines } from "./diff-lines.ts";

export type DiffFlags = { readonly asOf?: string; readonly all?: true; readonly json?: true };

/** Prints what book `b` says differently from book `a`. */
export async function diffBooks(a: string, b: string, flags: DiffFlags, effects: Effects): Promise<void> {
  const [old, now] = await Promise.all([readBook(a, effects), readBook(b, effects)]);
  const from = { book: old, day: dayOf(flags.asOf, old) };
  const to = { book: now, day: dayOf(flags.asOf, now) };
  const changes = compareBooks(from, to, flags.asOf === undefined);
  if (flags.json === true) {
    const named = ({ book, day }: typeof from): object => ({ book: book.name, day });
    say(effects.stdout, JSON.stringify({ a: named(from), b: named(to), changes }, undefined, 2));
  } else {
    say(effects.stdout, diffLines(changes, from, to, flags.all === true));
  }
}
