import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTaskItems, readTaskItems } from "../../../src/dataset/tasks.ts";
import { UserError } from "../../../src/domain/error.ts";
import { expected, sample } from "./sample.ts";

let datasets: string;
let file: string;
beforeAll(() => {
  datasets = mkdtempSync(join(tmpdir(), "tokenwon-tasks-"));
  mkdirSync(join(datasets, "tasks"));
  file = join(datasets, "tasks", "sale.jsonl");
});
afterAll(() => {
  rmSync(datasets, { recursive: true });
});

const task = sample();
type Side = { text: string; expected: unknown };
type Line = { id: string; ko: Side; en: Side } & Record<string, unknown>;

const item = (number: string, changes: Partial<Line> = {}): Line => ({
  id: `sale-${number}`,
  ko: { text: `컵 두 개를 팔았어요. ${number}`, expected: expected() },
  en: { text: `I sold two cups. ${number}`, expected: expected() },
  ...changes,
});
const line = (number: string, changes: Partial<Line> = {}): string => JSON.stringify(item(number, changes));

async function read(text: string | Uint8Array): ReturnType<typeof readTaskItems> {
  writeFileSync(file, text);
  return readTaskItems(datasets, task);
}

/** What is said of lines that are refused, without the folder. */
async function faults(...lines: readonly string[]): Promise<readonly string[]> {
  const error: unknown = await read(lines.join("\n")).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error("The lines were not refused.");
  return error.details.map((detail) => detail.replace(/^.*sale\.jsonl/, "sale.jsonl"));
}

/** A line whose Korean side is changed. */
const korean = (number: string, changes: Partial<Side>): string =>
  line(number, { ko: { ...item(number).ko, ...changes } });

describe("items of a task", () => {
  const two = `${line("01")}\n\n${line("02", { tolerance: { "items[].quantity": 1 } })}\n`;
  it.each<[string, string | Uint8Array]>([
    ["as they are", two],
    ["with a byte-order mark and the line ends of Windows", `\uFEFF${two.replaceAll("\n", "\r\n")}`],
    ["with the line ends of an old Mac", two.replaceAll("\n", "\r")],
    ["in UTF-16", iconv.encode(two, "utf-16le", { addBOM: true })],
    ["without an end of the last line", two.trimEnd()],
  ])("are read %s", async (_, text) => {
    expect(await read(text)).toEqual([item("01"), item("02", { tolerance: { "items[].quantity": 1 } })]);
  });

  it("are refused with every bad line at once, by file, line and path", async () => {
    const found = await faults(
      line("01"),
      '{"id":"sale-02",',
      "[]",
      line("04", { en: { text: "", expected: expected() }, note: "?" }),
      korean("05", { expected: expected({ items: [{ product: "컵", quantity: "두 개" }, { product: "접시" }] }) }),
      line("06", { en: { ...item("06").en, expected: expected({ paid: "현금", more: 1 }) } }),
      korean("07", { expected: undefined }),
    );
    expect(found).toEqual([
      expect.stringMatching(/^sale\.jsonl:2: not JSON: /),
      "sale.jsonl:3: Invalid input: expected object, received array",
      expect.stringMatching(/^sale\.jsonl:4: en\.text: /),
      'sale.jsonl:4: Unrecognized key: "note"',
      "sale.jsonl:5: ko.expected.items[0].quantity: Invalid input: expected number, received string",
      "sale.jsonl:5: ko.expected.items[1].quantity: Invalid input: expected number, received undefined",
      'sale.jsonl:6: en.expected.paid: Invalid option: expected one of "cash"|"card"',
      'sale.jsonl:6: en.expected: Unrecognized key: "more"',
      "sale.jsonl:7: ko.expected: there is no expected answer",
    ]);
  });

  it("are held against the branch of a union that they mean", async () => {
    expect(await faults(korean("01", { expected: expected({ by: { kind: "post", sent: "11월 20일" } }) }))).toEqual([
      "sale.jsonl:1: ko.expected.by.sent: Invalid ISO date",
    ]);
  });

  it.each<[string, string, string]>([
    [
      "an id of another task",
      line("01", { id: "order-01" }),
      'id: is not "sale-" and one word or number, as in sale-01',
    ],
    [
      "an id that a task sale-late may have",
      line("01", { id: "sale-late-01" }),
      'id: is not "sale-" and one word or number, as in sale-01',
    ],
    ["decomposed Hangul", korean("01", { text: "컵".normalize("NFD") }), "ko.text: is not in NFC with plain spaces"],
    [
      "a space that does not break in what is expected",
      korean("01", { expected: expected({ items: [{ product: "큰\u00a0컵", quantity: 1 }] }) }),
      "ko.expected.items[0].product: is not in NFC with plain spaces",
    ],
    ["English for Korean", korean("01", { text: "I sold two cups." }), "ko.text: holds no Hangul"],
    [
      "Korean for English",
      line("01", { en: { ...item("01").en, text: "컵 두 개를 팔았어요. Two." } }),
      "en.text: is mostly Hangul",
    ],
    [
      "a tolerance of nothing",
      line("01", { tolerance: { "items[].quantty": 1 } }),
      "tolerance: no field is items[].quantty; did you mean items[].quantity?",
    ],
  ])("are refused for %s", async (_, bad, fault) => {
    expect(await faults(line("02"), bad)).toEqual([`sale.jsonl:2: ${fault}`]);
  });

  it("may be written in full width, spaces too", async () => {
    expect(await read(korean("01", { text: "컵\u3000２개" }))).toHaveLength(1);
  });

  it("are each there once, by id and by text, counted from bad lines too", async () => {
    expect(
      await faults(korean("01", { expected: 1 }), line("01"), line("02", { en: item("01").en }), line("02")),
    ).toEqual([
      "sale.jsonl:1: ko.expected: Invalid input: expected object, received number",
      'sale.jsonl:2: id: "sale-01" is that of line 1 too',
      "sale.jsonl:2: ko.text: is that of line 1 too",
      "sale.jsonl:2: en.text: is that of line 1 too",
      "sale.jsonl:3: en.text: is that of line 1 too",
      'sale.jsonl:4: id: "sale-02" is that of line 3 too',
      "sale.jsonl:4: ko.text: is that of line 3 too",
    ]);
  });

  it("name a line that was cut anywhere, and no other", async () => {
    const whole = ["01", "02", "03"].map((number) => line(number));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 2 }),
        fc.integer({ min: 1, max: line("01").length - 1 }),
        async (place, length) => {
          const found = await faults(...whole.with(place, whole[place]?.slice(0, length) ?? ""));
          expect(found).toEqual([expect.stringContaining(`sale.jsonl:${place + 1}: not JSON: `)]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each(["", "\n \r\n", "\uFEFF"])("are not none: %j", async (text) => {
    await expect(read(text)).rejects.toMatchObject({
      kind: "data",
      message: expect.stringMatching(/sale\.jsonl holds no items\.$/) as string,
    });
  });

  it("are in a file that is there, in an encoding that is known", async () => {
    await expect(readTaskItems(join(datasets, "none"), task)).rejects.toMatchObject({
      kind: "data",
      message: expect.stringMatching(/^The task sale has no items: there is no file .*sale\.jsonl\.$/) as string,
    });
    await expect(read(Uint8Array.of(0x7b, 0xff, 0xfe, 0x0a))).rejects.toMatchObject({
      message: expect.stringMatching(/sale\.jsonl:1 is neither UTF-8 nor CP949 text\.$/) as string,
    });
    expect(await listTaskItems(datasets)).toEqual(["sale"]);
    expect(await listTaskItems(join(datasets, "none"))).toEqual([]);
  });
});
