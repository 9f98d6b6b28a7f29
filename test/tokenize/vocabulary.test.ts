import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { TokenizerEntry } from "../../src/domain/tokenizer.ts";
import { countByVocabulary } from "../../src/tokenize/count-by-vocabulary.ts";
import { tokenizerById } from "../../src/tokenize/registry.ts";
import { isInstalled, loadVocabulary, vocabularyFile } from "../../src/tokenize/vocabulary.ts";
import { hasShared, readParallel } from "../shared.ts";

const FOLDER = resolve("vocabularies");
/** Gemma 3 as measured for this project; Qwen's equal those published with Petrov et al. 2023. */
const FLORES = { gemma3: { ko: 72_310, en: 52_863 }, "qwen2.5": { ko: 88_130, en: 53_726 } };
const entry = (id: string): TokenizerEntry => tokenizerById(id) as TokenizerEntry;

const installed = isInstalled(FOLDER, entry("gemma3")) && isInstalled(FOLDER, entry("qwen2.5"));
if (!installed)
  process.stderr.write(
    "\n*** SKIPPED: no vocabularies are installed (npm run vocabularies); tests that need them do not run. ***\n",
  );

describe.skipIf(!installed)("an installed vocabulary", () => {
  it.skipIf(!hasShared("data/parallel/flores.jsonl"))("counts FLORES-200 to the known token", async () => {
    const rows = readParallel("flores");
    for (const [id, known] of Object.entries(FLORES)) {
      const { vocabulary } = entry(id);
      const count = await loadVocabulary(vocabularyFile(FOLDER, id), vocabulary?.sha256 ?? "");
      const joined = (side: "ko" | "en"): string => {
        const texts = rows.map((row) => row[side]);
        return `${texts.slice(0, 997).join(" ")}  ${texts.slice(997).join(" ")} `;
      };
      expect({ ko: count(joined("ko")), en: count(joined("en")) }, id).toEqual(known);
    }
  });

  it("takes special-token text for text, and adds no BOS", async () => {
    const count = await loadVocabulary(vocabularyFile(FOLDER, "gemma3"), entry("gemma3").vocabulary?.sha256 ?? "");
    expect(count("What is your name?")).toBe(5); // As Google's own SDK documents.
    expect(count("<bos>")).toBeGreaterThan(1);
    expect(count("")).toBe(0);
  });

  it("is ended when it takes longer than it may", async () => {
    const text = "안녕하세요 여러분 ".repeat(40_000);
    const answer = await countByVocabulary(entry("gemma3"), [text], {
      vocabularies: FOLDER,
      counts: "/nonexistent",
      patienceMs: 300,
    });
    expect(answer).toEqual({ counts: undefined, why: "counting took longer than 0.3 s" });
  });
});
