import { describe, expect, it } from "vitest";
import { readAligned } from "../../src/dataset/aligned.ts";
import { checkColumns } from "../../src/dataset/columns.ts";
import { readDelimited } from "../../src/dataset/delimited.ts";
import { readJsonl } from "../../src/dataset/jsonl.ts";
import { toPair } from "../../src/dataset/row.ts";

const csv = (text: string): ReturnType<typeof readDelimited> => readDelimited(text, ",", "x.csv");

describe("CSV and TSV", () => {
  it("knows the line a record starts on, also after line breaks inside quotes", () => {
    expect(csv('ko,en\n"가\n나","a\nb"\n다,c\n')).toEqual([
      { line: 2, fields: { ko: "가\n나", en: "a\nb" } },
      { line: 5, fields: { ko: "다", en: "c" } },
    ]);
  });

  it("names a row with too many fields, and the quotes that would mend it", () => {
    expect(csv("ko,en\n안녕, 여러분,Hello, all\n")).toEqual([
      { line: 2, fault: "4 fields where the header has 2: put double quotes around a text that holds a comma" },
    ]);
  });

  it("takes a quote inside an unquoted field as a character", () => {
    expect(csv('ko,en\n화면은 27" 입니다,The screen is 27"\n')).toEqual([
      { line: 2, fields: { ko: '화면은 27" 입니다', en: 'The screen is 27"' } },
    ]);
  });

  it("reads tabs, and header names whatever their case and spaces", () => {
    expect(readDelimited("KO\t En \n가\ta\n", "\t", "x.tsv")).toEqual([{ line: 2, fields: { ko: "가", en: "a" } }]);
  });

  it.each([
    ["", "x.csv is empty."],
    ["en\na\n", 'x.csv:1 has no column "ko"'],
    ["korean,en\n가,a\n", 'Did you mean "ko" by "korean"?'],
    ["한국어,영어\n가,a\n", 'Did you mean "ko" by "한국어"?'],
    ["ko,en,domian\n가,a,x\n", 'x.csv:1 has an unknown column "domian". Did you mean "domain"?'],
    ["ko,en,ko\n가,a,나\n", 'x.csv:1 has the column "ko" twice.'],
    ['ko,en\n"가,a\n', "opens a double quote that is never closed"],
  ])("refuses %j", (text, message) => {
    expect(() => csv(text)).toThrow(message);
  });

  it("names the line where a quote was opened that is never closed", () => {
    expect(() => csv(`ko,en\n가,a\n"나,b\n${"다,c\n".repeat(50)}`)).toThrow("x.csv:3 opens a double quote");
  });

  it("skips the rows of bare commas that spreadsheets leave", () => {
    expect(csv("ko,en\n가,a\n,\n,\n")).toEqual([{ line: 2, fields: { ko: "가", en: "a" } }]);
  });

  it("tells which columns are of no use, and takes a known word for a column for a slip", () => {
    const ignored: string[] = [];
    readDelimited("ko,en,idx,source_id,constructor\n가,a,1,2,3\n", ",", "x.csv", (column) => ignored.push(column));
    expect(ignored).toEqual(["idx", "source_id", "constructor"]);
    expect(() => csv("ko,en,doc_id\n가,a,1\n")).toThrow('unknown column "doc_id". Did you mean "doc"?');
  });

  it("lets columns be that no pair has", () => {
    expect(() => {
      checkColumns(["ko", "en", "remarks", "메모"], "x.csv");
    }).not.toThrow();
  });
});

describe("JSON Lines", () => {
  it("names lines that are not objects and skips empty ones", () => {
    expect(readJsonl('{"ko":"가","en":"a"}\n\n[1]\n{"ko":\n', "x.jsonl")).toEqual([
      { line: 1, fields: { ko: "가", en: "a" } },
      { line: 3, fault: 'not an object like {"ko": "…", "en": "…"}' },
      { line: 4, fault: expect.stringMatching(/^not JSON: /) as string },
    ]);
  });
});

describe("two aligned files", () => {
  it("pairs line n with line n and skips lines empty in both", () => {
    expect(readAligned("가\n\n나\n\n", "a\n\nb\n", "ko.txt", "en.txt")).toEqual([
      { line: 1, fields: { ko: "가", en: "a" } },
      { line: 3, fields: { ko: "나", en: "b" } },
    ]);
  });

  it("keeps the place of an empty line at the end, and lets one have more of them", () => {
    expect(readAligned("가\n나\n\n", "a\n\n", "ko.txt", "en.txt")).toEqual([
      { line: 1, fields: { ko: "가", en: "a" } },
      { line: 2, fields: { ko: "나", en: "" } },
    ]);
  });

  it("refuses files of different length", () => {
    expect(() => readAligned("가\n나\n", "a\n", "ko.txt", "en.txt")).toThrow(
      "ko.txt has 2 lines and en.txt has 1: they are not line-aligned.",
    );
  });
});

describe("a row as a pair", () => {
  it("takes a number for an id or a document", () => {
    expect(toPair({ line: 2, fields: { id: 7, doc: 3, ko: "가", en: "a" } })).toMatchObject({
      pair: { id: "7", doc: "3" },
    });
  });

  it("fills what a user's file leaves out: each row is a document of its own", () => {
    expect(toPair({ line: 7, fields: { ko: "가", en: "a", remarks: "x", domain: "" } })).toEqual({
      line: 7,
      pair: {
        id: "line-7",
        domain: "unlabelled",
        doc: "line-7",
        ko: "가",
        en: "a",
        source: "own text",
        licence: "not stated",
      },
    });
  });

  it.each([
    [{ en: "a" }, "ko is empty"],
    [{ ko: "가", en: "  " }, "en is empty"],
    [{ ko: "가", en: 3 }, "en is not text"],
    [{ ko: "가\uFFFD", en: "a" }, "ko holds U+FFFD (�): the text was damaged before it came here"],
    [{ ko: "가", en: "a\ud800" }, "en holds half of a character (a lone surrogate)"],
    [{ ko: "가", en: "a", domain: "outside:x" }, 'domain: "outside:" is kept for public corpora'],
    [{ ko: "가", en: "a", domain: "all" }, 'domain: "all" is kept for the whole dataset'],
    [{ ko: "가", en: "a", domain: "고객 상담" }, "domain: a domain is one word of letters, digits, _ . : -"],
  ])("refuses %j", (fields, fault) => {
    expect(toPair({ line: 2, fields })).toEqual({ line: 2, fault });
  });
});
