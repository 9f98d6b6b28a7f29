import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDataset } from "../../src/dataset/dataset.ts";
import { inspect } from "../../src/dataset/inspect.ts";
import { UserError } from "../../src/domain/error.ts";
import { characters } from "../../src/measure/text.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-dataset-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
async function failure(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe("reading a dataset", () => {
  it("reads the committed one whole", async () => {
    const { pairs, card, sha256 } = await readDataset({ kind: "folder", folder: "datasets/pairs/ko-en" });
    const documents = (domain?: string): number =>
      new Set(pairs.flatMap(({ pair }) => (domain === undefined || pair.domain === domain ? [pair.doc] : []))).size;
    const domains = [...new Set(pairs.map(({ pair }) => pair.domain))];
    expect(domains).toHaveLength(14);
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(documents()).toBeGreaterThanOrEqual(220);
    expect(pairs.reduce((sum, { pair }) => sum + characters(pair.ko), 0)).toBeGreaterThanOrEqual(40_000);
    const LONG: Record<string, number> = { contract: 8, chapter: 4 };
    for (const domain of domains) expect(documents(domain), domain).toBeGreaterThanOrEqual(LONG[domain] ?? 20);
    expect(card?.licence).toBe("CC0-1.0");
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(inspect(pairs)).toEqual([]);
  });

  it("finds every bad row before it refuses the file", async () => {
    const { message, details } = await failure(
      readDataset({ kind: "file", file: file("x.csv", "ko,en\n가,a\n,b\n나,\n다,c,d\n") }),
    );
    expect(message).toMatch(/x\.csv has 3 bad rows of 4\.$/);
    expect(details.map((line) => line.replace(/^.*x\.csv/, "x.csv"))).toEqual([
      "x.csv:3: ko is empty",
      "x.csv:4: en is empty",
      "x.csv:5: 3 fields where the header has 2: put double quotes around a text that holds a comma",
    ]);
  });

  it.each([
    ["x.csv", "ko,en\n", "holds no pairs"],
    ["x.csv", "id,ko,en\n1,가,a\n1,나,b\n", 'has the id "1", which'],
    ["x.csv", "ko,en\nHello,안녕\n", "no text of the column ko holds Hangul, but texts of en do"],
    ["x.csv", "ko,en\nHello,Hi\n", "no text of the column ko holds Hangul."],
    ["x.xlsx", "PK", "is not a .jsonl, .csv or .tsv file"],
  ])("refuses %s with %j", async (name, text, message) => {
    expect((await failure(readDataset({ kind: "file", file: file(name, text) }))).message).toContain(message);
  });

  it("says what a path is that is no file", async () => {
    expect((await failure(readDataset({ kind: "file", file: join(folder, "no.csv") }))).message).toMatch(
      /^There is no file .*no\.csv\.$/,
    );
    expect((await failure(readDataset({ kind: "file", file: folder }))).message).toMatch(
      /is a folder, not a file\.$|is not a/,
    );
  });
});

describe("inspecting pairs", () => {
  it("names each planted fault with its line", async () => {
    const rows = [
      ["첫 번째 문장을 여기에 적어 둡니다.", "Here is the first sentence of all."],
      ["첫 번째 문장을 여기에 적어 둡니다.", "Another sentence, though of the same Korean."],
      ["분해된 한글".normalize("NFD"), "Decomposed Hangul"],
      ["줄임\u00a0없는 공백", "A no-break space"],
      ["Copied text", "Copied text"],
      ["영어로 옮기지 않은 문장입니다.", "영어로 옮기지 않은 문장이라고요."],
      ["아주 길고 길어서 스무 글자를 훌쩍 넘기는 한국어 문장입니다.", "Far too short for that."],
      ["번역하지 않음", "Nothing wrong here."],
    ];
    const path = file("x.tsv", `ko\ten\n${rows.map((row) => row.join("\t")).join("\n")}\n`);
    const { pairs } = await readDataset({ kind: "file", file: path });
    expect(inspect(pairs).map((remark) => remark.replace(/\S*x\.tsv/g, "x.tsv"))).toEqual([
      "x.tsv:3: ko is the same text as in x.tsv:2",
      "x.tsv:4: ko is not in NFC",
      "x.tsv:5: ko holds spaces other than the plain one",
      "x.tsv:6: ko and en are the same text",
      "x.tsv:7: en is mostly Hangul",
      "x.tsv:8: en has 0.7 times the characters of ko: is it the same content?",
    ]);
  });
});
