import { createHash } from "node:crypto";
import { basename, extname } from "node:path";
import { UserError } from "../domain/error.ts";
import type { DatasetCard } from "../domain/pair.ts";
import { readAligned } from "./aligned.ts";
import { readCard } from "./card.ts";
import { decode } from "./decode.ts";
import { readDelimited } from "./delimited.ts";
import { readJsonl } from "./jsonl.ts";
import { type NormalisedPair, normalisePair } from "./normalise.ts";
import { readBytes } from "./read-bytes.ts";
import { type Fault, type RowOrFault, toPair } from "./row.ts";
import { shown } from "./shown.ts";

/** Pairs ready to be counted, and what a report must say about where they came from. */
export type Dataset = {
  readonly name: string;
  readonly pairs: readonly NormalisedPair[];
  /** SHA-256 of the bytes of the file(s), in the order read. */
  readonly sha256: string;
  readonly card: DatasetCard | undefined;
  /** False when no row named its document: then every pair stands for one. */
  readonly documented: boolean;
  /** Columns that were left out. */
  readonly ignored: readonly string[];
  /** Files whose encoding was not UTF-8, and what they were read as. */
  readonly readAs: readonly ReadAs[];
};

/** A file and the encoding that it turned out to have. */
export type ReadAs = { readonly file: string; readonly encoding: string };

/** Where the pairs are: a folder with a `dataset.json`, one file, or two line-aligned files. */
export type DatasetSource =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "aligned"; readonly ko: string; readonly en: string };

/** Most bad rows that an error names one by one. */
const NAMED_FAULTS = 20;

/** Reads, checks and normalises pairs. Bad rows are all found before the file is refused (UserError "input"). */
export async function readDataset(source: DatasetSource): Promise<Dataset> {
  const hash = createHash("sha256");
  const readAs: ReadAs[] = [];
  const text = async (path: string): Promise<string> => {
    const bytes = await readBytes(path);
    hash.update(bytes);
    const { text: decoded, encoding } = decode(bytes, shown(path));
    if (encoding !== "UTF-8") readAs.push({ file: shown(path), encoding });
    return decoded.replace(/\r\n?/g, "\n");
  };

  if (source.kind === "folder") {
    const card = await readCard(source.folder);
    const pairs: NormalisedPair[] = [];
    for (const { path } of card.files) pairs.push(...toPairs(readJsonl(await text(path), shown(path)), shown(path)));
    refuseRepeatedIds(pairs);
    return {
      name: card.card.name,
      pairs,
      sha256: hash.digest("hex"),
      card: card.card,
      documented: true,
      ignored: [],
      readAs,
    };
  }
  const ignored: string[] = [];
  const [path, rows] =
    source.kind === "aligned"
      ? [
          `${source.ko} + ${basename(source.en)}`,
          readAligned(await text(source.ko), await text(source.en), shown(source.ko), shown(source.en)),
        ]
      : [source.file, await readRows(source.file, text, (column) => ignored.push(column))];
  const pairs = toPairs(rows, shown(path));
  const documented = rows.some((row) => "fields" in row && (row.fields["doc"] ?? "") !== "");
  if (pairs.length === 0) {
    throw new UserError("input", `${shown(path)} holds no pairs.`, { fix: "Add at least one row with ko and en." });
  }
  refuseRepeatedIds(pairs);
  refuseSwapped(pairs, shown(path));
  refuseManyDomains(pairs, shown(path));
  return { name: basename(path), pairs, sha256: hash.digest("hex"), card: undefined, documented, ignored, readAs };
}

async function readRows(
  file: string,
  text: (path: string) => Promise<string>,
  ignore: (column: string) => void,
): Promise<RowOrFault[]> {
  switch (extname(file).toLowerCase()) {
    case ".jsonl":
    case ".ndjson":
      return readJsonl(await text(file), shown(file), ignore);
    case ".csv":
      return readDelimited(await text(file), ",", shown(file), ignore);
    case ".tsv":
    case ".tab":
      return readDelimited(await text(file), "\t", shown(file), ignore);
    default:
      throw new UserError("input", `${shown(file)} is not a .jsonl, .csv or .tsv file.`, {
        fix: "Rename it by its format, or use --ko FILE --en FILE for two line-aligned text files.",
      });
  }
}

function toPairs(rows: readonly RowOrFault[], file: string): NormalisedPair[] {
  const results = rows.map(toPair);
  const faults = results.filter((result): result is Fault => "fault" in result);
  if (faults.length > 0) {
    const named = faults.slice(0, NAMED_FAULTS).map(({ line, fault }) => `${file}:${line}: ${fault}`);
    const rest = faults.length > NAMED_FAULTS ? [`… and ${faults.length - NAMED_FAULTS} more`] : [];
    throw new UserError(
      "input",
      `${file} has ${faults.length} bad ${faults.length === 1 ? "row" : "rows"} of ${rows.length}.`,
      {
        details: [...named, ...rest],
        fix: "Mend or remove these rows; nothing was written.",
      },
    );
  }
  return results.flatMap((result) => ("pair" in result ? [normalisePair(result.pair, `${file}:${result.line}`)] : []));
}

function refuseRepeatedIds(pairs: readonly NormalisedPair[]): void {
  const seen = new Map<string, string>();
  for (const { pair, at } of pairs) {
    const first = seen.get(pair.id);
    if (first !== undefined) {
      throw new UserError("input", `${at} has the id "${pair.id}", which ${first} has already.`, {
        fix: "Give every pair an id of its own, or leave the id column out.",
      });
    }
    seen.set(pair.id, at);
  }
}

/** Kinds of text that a table can still show. */
const MOST_DOMAINS = 200;

function refuseManyDomains(pairs: readonly NormalisedPair[], file: string): void {
  const domains = new Set(pairs.map(({ pair }) => pair.domain)).size;
  if (domains <= MOST_DOMAINS) return;
  throw new UserError("input", `${file} has ${domains} domains; at most ${MOST_DOMAINS} can be reported.`, {
    fix: "The column domain names a kind of text, as in support or legal; name single documents in the column doc.",
  });
}

/** A dataset whose Korean side holds no Hangul has its columns swapped, or was garbled on the way here. */
function refuseSwapped(pairs: readonly NormalisedPair[], file: string): void {
  const hangul = (side: "ko" | "en"): number => pairs.filter(({ pair }) => /[가-힣]/.test(pair[side])).length;
  if (hangul("ko") > 0) return;
  const swapped = hangul("en") > 0;
  throw new UserError(
    "input",
    `${file}: no text of the column ko holds Hangul${swapped ? ", but texts of en do" : ""}.`,
    {
      fix: swapped
        ? "Swap the column names ko and en."
        : "Check that the Korean text is in the column ko and that it was saved as UTF-8.",
    },
  );
}
