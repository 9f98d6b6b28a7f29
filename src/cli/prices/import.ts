import { access } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { compareBooks } from "../../cost/books/diff.ts";
import { mergeBook } from "../../cost/books/merge.ts";
import { suspectPrices } from "../../cost/books/suspects.ts";
import { bookText } from "../../dataset/book-text.ts";
import { readCatalogue } from "../../dataset/prices/read-catalogue.ts";
import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { Catalogue } from "../../domain/price/imported.ts";
import { didYouMean } from "../../domain/suggest.ts";
import { matches } from "../../domain/target.ts";
import { type Effects, say } from "../effects.ts";
import { CURRENT_BOOK, dayOf, readBook } from "../read-books.ts";
import { writeFiles } from "../write-files.ts";
import { type Imported, importJson, importLines } from "./import-lines.ts";
import { refusal } from "./refusal.ts";

export type ImportFlags = {
  readonly format: Catalogue;
  readonly asOf: string;
  readonly onto?: string;
  readonly add: readonly string[];
  readonly accept: readonly string[];
  readonly out?: string;
  readonly json?: true;
};

/** Prints what a catalogue's file changes in a price book, and writes the new book when --out is given. */
export async function importPrices(file: string, flags: ImportFlags, effects: Effects): Promise<void> {
  const { format, accept, add } = flags;
  const out = outFile(flags.out, effects);
  const old = await readBook(flags.onto ?? CURRENT_BOOK, effects);
  const day = dayNotBefore(flags.asOf, old);
  const known = old.models.map(({ target }) => target);
  const upstream = await readCatalogue(resolve(effects.cwd, file), format, known);
  const rows = upstream.rows.map(({ target }) => target);
  refuseIdle("--add", add, rows);
  refuseIdle("--accept", accept, [...known, ...rows]);

  const isWanted = matcher(add);
  const origin = { catalogue: format, day, file: basename(file), sha256: upstream.sha256 };
  const merged = mergeBook(old, upstream, origin, isWanted);
  const olds = new Map(old.models.map((model) => [model.target, model]));
  const suspects = merged.book.models.flatMap((model) => suspectPrices(olds.get(model.target), model, day));
  const isAccepted = matcher(accept);
  const refused = suspects.filter(({ target }) => !isAccepted(target));

  const a = { book: old, day };
  const b = { book: merged.book, day };
  const written = refused.length === 0 ? out : undefined;
  const result: Imported = {
    file,
    format,
    a,
    b,
    changes: compareBooks(a, b, true),
    merged,
    upstream,
    refused,
    written,
  };
  const text = bookText(merged.book);
  if (out !== undefined) await refuseExisting(out, flags.out ?? out);
  if (written !== undefined) {
    await writeFiles(dirname(written), new Map([[basename(written), text]]), effects.signal, "price book");
  }
  say(effects.stdout, flags.json === true ? importJson(result) : importLines(result));
  if (refused.length > 0) throw refusal(file, refused);
}

/** An old book is what past reports rest on: it is never written over. */
async function refuseExisting(path: string, typed: string): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (!there) return;
  throw new UserError("usage", `${typed} exists: a price book is never written over.`, {
    fix: "Give another name with --out, best the day of the prices.",
  });
}

const matcher =
  (patterns: readonly string[]) =>
  (target: string): boolean =>
    patterns.some((pattern) => matches(pattern, target));

function outFile(out: string | undefined, { cwd }: Effects): string | undefined {
  if (out === undefined || out.endsWith(".json")) return out === undefined ? undefined : resolve(cwd, out);
  throw new UserError("usage", `--out "${out}" is not a .json file.`, { fix: "Give one, as in --out next.json." });
}

function dayNotBefore(asOf: string, book: PriceBook): Day {
  const day = dayOf(asOf, book);
  if (day >= book.as_of) return day;
  throw new UserError("usage", `--as-of ${day} is before ${book.as_of}, the day of the price book ${book.name}.`, {
    fix: "Prices of the past are not rewritten: give a later day, or an older book with --onto.",
  });
}

/** A pattern that meets no target is a slip of the pen. */
function refuseIdle(option: string, patterns: readonly string[], targets: readonly string[]): void {
  const idle = patterns.find((pattern) => !targets.some((target) => matches(pattern, target)));
  if (idle === undefined) return;
  const meant = didYouMean(idle, targets);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  throw new UserError("usage", `${option} "${idle}" meets no target of the file.${hint}`, {
    fix: "A target is provider/model; * stands for any characters, as in openai/*.",
  });
}
