import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { committedTexts } from "../../src/dataset/committed-texts.ts";
import type { TokenizerEntry } from "../../src/domain/tokenizer.ts";
import { countByVocabulary } from "../../src/tokenize/count-by-vocabulary.ts";
import { type RecordedCounts, readRecorded, textKey } from "../../src/tokenize/recorded.ts";
import { TOKENIZERS } from "../../src/tokenize/registry.ts";

const VOCABULARIES = TOKENIZERS.filter(({ vocabulary }) => vocabulary !== undefined);
const [gemma] = VOCABULARIES as [TokenizerEntry, ...TokenizerEntry[]];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-counts-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const record = (change: Partial<RecordedCounts> = {}): void => {
  const counts: RecordedCounts = {
    tokenizer: gemma.id,
    sha256: gemma.vocabulary?.sha256 ?? "",
    engine: "e",
    recorded: "2026-11-25",
    counts: { [textKey("안녕")]: 1 },
    ...change,
  };
  writeFileSync(join(folder, `${gemma.id}.json`), JSON.stringify(counts));
};
const place = (): { counts: string; vocabularies: string } => ({
  counts: folder,
  vocabularies: join(folder, "vocabularies"),
});

describe("recorded counts", () => {
  it("cover every committed text by every vocabulary, and no other", async () => {
    const keys = new Set((await committedTexts("datasets")).map(textKey));
    for (const entry of VOCABULARIES) {
      const recorded = await readRecorded("datasets/counts", entry);
      const known = Object.keys(recorded?.counts ?? {});
      expect(
        [...keys].filter((key) => !known.includes(key)),
        `${entry.id}: not recorded`,
      ).toEqual([]);
      expect(
        known.filter((key) => !keys.has(key)),
        `${entry.id}: of no text`,
      ).toEqual([]);
    }
  });

  it("serve where the vocabulary is not installed, with their date", async () => {
    record();
    expect(await countByVocabulary(gemma, ["안녕", "안녕"], place())).toEqual({
      counts: [1, 1],
      how: `${gemma.version}, counts recorded 2026-11-25`,
    });
  });

  it("do not serve a text that was changed: the command that would is named", async () => {
    record();
    expect(await countByVocabulary(gemma, ["안녕", "안녕!"], place())).toEqual({
      counts: undefined,
      why: "its vocabulary is not installed: `npm run vocabularies`",
    });
  });

  it.each([
    ["another vocabulary", { sha256: "0".repeat(64) }],
    ["another tokenizer", { tokenizer: "gemma2" }],
  ])("by %s are refused", async (_, change) => {
    record(change);
    await expect(countByVocabulary(gemma, ["안녕"], place())).rejects.toMatchObject({
      kind: "tokenizer",
      fix: expect.stringContaining("npm run vocabularies") as string,
    });
  });
});

describe("an installed vocabulary", () => {
  it("that is not the one of the registry is refused", async () => {
    mkdirSync(join(folder, "vocabularies", gemma.id), { recursive: true });
    writeFileSync(join(folder, "vocabularies", gemma.id, "tokenizer.json"), "{}");
    await expect(countByVocabulary(gemma, ["안녕"], place())).rejects.toThrow(
      /is not the vocabulary that the registry names/,
    );
  });

  it("is never asked for text without a break, on which it takes minutes", async () => {
    mkdirSync(join(folder, "vocabularies", gemma.id), { recursive: true });
    writeFileSync(join(folder, "vocabularies", gemma.id, "tokenizer.json"), "{}");
    expect(await countByVocabulary(gemma, ["가".repeat(60_000)], place())).toMatchObject({
      counts: undefined,
      why: expect.stringContaining("without a break") as string,
    });
  });
});

it("counts of the committed texts are those of the file that the registry names", () => {
  for (const { id, vocabulary } of VOCABULARIES) {
    expect(JSON.parse(readFileSync(`datasets/counts/${id}.json`, "utf8"))).toMatchObject({
      tokenizer: id,
      sha256: vocabulary?.sha256,
    });
  }
});

it("of Gemini 1.x are those of Gemma 2 on every text, as the registry says", () => {
  const counts = (id: string): unknown =>
    (JSON.parse(readFileSync(`datasets/counts/${id}.json`, "utf8")) as RecordedCounts).counts;
  expect(counts("gemini-1")).toEqual(counts("gemma2"));
});
