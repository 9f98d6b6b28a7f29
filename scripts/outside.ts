// `npm run outside -- FOLDER`: totals of public parallel corpora, which are not ours to ship, into datasets/outside/.
// FOLDER holds <corpus>.jsonl with the fields ko and en. The vocabularies must be installed (npm run vocabularies).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { normalise } from "../src/dataset/normalise.ts";
import { OutsideTotals } from "../src/domain/outside.ts";
import { characters } from "../src/measure/text.ts";
import { countAll } from "../src/tokenize/count-all.ts";
import { TOKENIZERS } from "../src/tokenize/registry.ts";

type Side = "ko" | "en";
type Rows = readonly Record<Side, string>[];

/** FLORES-200 as the published totals were counted: each source file ends in an empty line, hence the odd spaces. */
function joinedHalves(rows: Rows, side: Side): string[] {
  const texts = rows.map((row) => row[side]);
  return [`${texts.slice(0, 997).join(" ")}  ${texts.slice(997).join(" ")} `];
}
const eachPair = (rows: Rows, side: Side): string[] => rows.map((row) => normalise(row[side]));

/** The file of each corpus in FOLDER and how its sentences are put together. */
const CORPORA = {
  "flores-200": { file: "flores", texts: joinedHalves },
  "cc-legal-code": { file: "legal-cc", texts: eachPair },
  udhr: { file: "legal-udhr", texts: eachPair },
  tatoeba: { file: "conversation", texts: eachPair },
} as const;

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write("Give the folder that holds the corpora: npm run outside -- FOLDER\n");
  process.exit(2);
}
const entries = TOKENIZERS.filter(({ engine }) => engine !== undefined);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
for (const [name, { file, texts }] of Object.entries(CORPORA)) {
  const path = `datasets/outside/${name}.json`;
  const card = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const lines = readFileSync(join(folder, `${file}.jsonl`), "utf8")
    .trim()
    .split("\n");
  const rows = lines.map((line) => JSON.parse(line) as Record<Side, string>);
  const [ko, en] = [texts(rows, "ko"), texts(rows, "en")];
  const place = { vocabularies: resolve("vocabularies"), counts: resolve("datasets/counts") };
  const { counted, notCounted } = await countAll(entries, [...ko, ...en], place);
  for (const { entry, why } of notCounted) throw new Error(`${entry.id}: ${why}`);
  const tokens = counted.map(({ entry, counts }) => {
    const [korean, english] = [sum(counts.slice(0, ko.length)), sum(counts.slice(ko.length))];
    return [entry.id, { ko: korean, en: english }] as const;
  });
  const totals = {
    ...card,
    name,
    pairs: rows.length,
    ko_chars: characters(ko.join("")),
    tokens: Object.fromEntries(tokens),
  };
  writeFileSync(path, `${JSON.stringify(OutsideTotals.parse(totals), null, 2)}\n`);
  process.stdout.write(
    `${path}: ${tokens.map(([id, { ko: a, en: b }]) => `${id} ${(a / b).toFixed(2)}`).join(", ")}\n`,
  );
}
