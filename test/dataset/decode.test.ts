import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/dataset/dataset.ts";
import { decode } from "../../src/dataset/decode.ts";

const file = (name: string): string => `test/fixtures/encodings/${name}`;

describe("a text file in any encoding that Korean office software writes", () => {
  const expected = [
    ["안녕하세요, 무엇을 도와드릴까요?", "Hello, how may I help you?"],
    ["똠양꿍 두 그릇이 아직 안 왔어요.", "The two bowls of tom yum have not come yet."],
    ["제1조(목적)\n이 계약은 펲시 공급을 정한다.", "Article 1 (Purpose)\nThis contract governs the supply of cola."],
  ];

  it.each([
    ["utf8-bom.csv", []],
    ["cp949.csv", [{ file: "test/fixtures/encodings/cp949.csv", encoding: "CP949" }]],
    ["utf16le.csv", [{ file: "test/fixtures/encodings/utf16le.csv", encoding: "UTF-16" }]],
    ["decomposed.csv", []],
  ])("%s is read right, and a guess is said", async (name, readAs) => {
    const dataset = await readDataset({ kind: "file", file: file(name) });
    expect(dataset.pairs.map(({ pair }) => [pair.ko, pair.en])).toEqual(expected);
    expect(dataset.pairs.map(({ pair }) => pair.doc)).toEqual(["d1", "d1", "d2"]);
    expect(dataset.readAs).toEqual(readAs);
  });

  it("keeps decomposed Hangul as it was given beside its composed form", async () => {
    const { pairs } = await readDataset({ kind: "file", file: file("decomposed.csv") });
    expect(pairs[1]?.given.ko).toBe("똠양꿍 두 그릇이 아직 안 왔어요.".normalize("NFD"));
    expect(pairs[1]?.given.en).toBeUndefined();
  });

  it("names the line that is neither UTF-8 nor CP949", () => {
    expect(() => decode(readFileSync(file("broken-line-3.csv")), "ours.csv")).toThrow(
      "ours.csv:3 is neither UTF-8 nor CP949 text.",
    );
  });

  it.each([
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452ff00fe", "hex")],
    ["Latin-1", Buffer.from("caf\xe9 na\xefve r\xe9sum\xe9 d\xe9j\xe0", "latin1")],
    ["a mixture with few common syllables", Buffer.from("82b182f182c9b0a1", "hex")],
    ["Shift-JIS kana", Buffer.from("82b182f182c982bf82cd", "hex")],
  ])("does not take %s for Korean", (_, bytes) => {
    expect(() => decode(bytes, "x.csv")).toThrow("x.csv:1 is neither UTF-8 nor CP949 text.");
  });
});
