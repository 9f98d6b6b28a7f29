import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { OutsideTotals } from "../../src/domain/outside.ts";
import { characters } from "../../src/measure/text.ts";
import { countTexts } from "../../src/tokenize/count-texts.ts";
import { ENCODINGS } from "../../src/tokenize/encoding.ts";
import { hasShared, readParallel } from "../shared.ts";

/** As published with Petrov et al. 2023 for cl100k and r50k; o200k is newer than the paper. */
const PUBLISHED = {
  o200k_base: { ko: 76_829, en: 52_279 },
  cl100k_base: { ko: 125_737, en: 52_835 },
  r50k_base: { ko: 266_663, en: 52_567 },
};

const totals = OutsideTotals.parse(JSON.parse(readFileSync("datasets/outside/flores-200.json", "utf8")));

it("commits the published totals of FLORES-200", () => {
  expect(totals.tokens).toMatchObject(PUBLISHED);
});

it.skipIf(!hasShared("data/parallel/flores.jsonl"))("counts FLORES-200 to the published token", async () => {
  const rows = readParallel("flores");
  // 997 dev then 1,012 devtest sentences; each source file ends in an empty line, hence the two spaces and the last one.
  const joined = (side: "ko" | "en"): string => {
    const texts = rows.map((row) => row[side]);
    return `${texts.slice(0, 997).join(" ")}  ${texts.slice(997).join(" ")} `;
  };
  const counts = await countTexts(ENCODINGS, [joined("ko"), joined("en")]);
  const found = Object.fromEntries([...counts].map(([name, [ko, en]]) => [name, { ko, en }]));
  expect(found).toEqual(PUBLISHED);
  expect(rows).toHaveLength(totals.pairs);
  expect(characters(joined("ko"))).toBe(totals.ko_chars);
});
