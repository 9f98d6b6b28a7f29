import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listPrompts, readPrompts } from "../../src/dataset/prompts.ts";
import { UserError } from "../../src/domain/error.ts";

let datasets: string;
beforeAll(() => {
  datasets = mkdtempSync(join(tmpdir(), "tokenwon-prompts-"));
  mkdirSync(join(datasets, "prompts"));
});
afterAll(() => {
  rmSync(datasets, { recursive: true });
});

const GOOD = { id: "hello", ko: "안녕하세요", en: "Hello", max_output_tokens: 10 };
const line = (more: Record<string, unknown> = {}): string => JSON.stringify({ ...GOOD, ...more });

async function read(...lines: readonly string[]): ReturnType<typeof readPrompts> {
  writeFileSync(join(datasets, "prompts", "own.jsonl"), lines.join("\n"));
  return readPrompts(datasets, "own");
}

/** What is said of lines that are refused, without the folder. */
async function faults(...lines: readonly string[]): Promise<readonly string[]> {
  const error: unknown = await read(...lines).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error("The lines were not refused.");
  return error.details.map((detail) => detail.replace(/^.*own\.jsonl/, "own.jsonl"));
}

describe("a list of prompts", () => {
  it("is read line by line, whatever ends the lines", async () => {
    const system = { ko: "상담원", en: "agent" };
    expect(await read(`\uFEFF${line()}\r`, "", line({ id: "second-1", system }), "")).toEqual([
      GOOD,
      { ...GOOD, id: "second-1", system },
    ]);
  });

  it("names every bad line at once, by file and line", async () => {
    const found = await faults(
      line(),
      "{",
      line({ id: "Not An Id" }),
      line({ id: "b", en: undefined, max_output_tokens: 0 }),
      line({ id: "c", extra: 1 }),
      line({ id: "d", ko: " \n" }),
      line({ id: "e", system: { ko: "상담원" } }),
    );
    expect(found).toEqual([
      expect.stringMatching(/^own\.jsonl:2: not JSON: /),
      "own.jsonl:3: id: an id is lower-case words joined by -",
      expect.stringMatching(/^own\.jsonl:4: en: /),
      expect.stringMatching(/^own\.jsonl:4: max_output_tokens: /),
      expect.stringMatching(/^own\.jsonl:5: .*"extra"/),
      "own.jsonl:6: ko: there is no text in it",
      expect.stringMatching(/^own\.jsonl:7: system\.en: /),
    ]);
  });

  it.each([
    ["decomposed Hangul", "ko", { ko: "안녕".normalize("NFD") }],
    ["a space that does not break", "en", { en: "Hello\u00a0there" }],
    ["a wide space in a system prompt", "system.ko", { system: { ko: "상담원\u3000", en: "agent" } }],
  ])("refuses %s, which costs other tokens than it looks", async (_, side, more) => {
    expect(await faults(line(more))).toEqual([`own.jsonl:1: ${side}: is not in NFC with plain spaces`]);
  });

  it("refuses an id a second time, and says where it was first", async () => {
    expect(await faults(line(), "", line(), line({ en: "Hi" }))).toEqual([
      'own.jsonl:3: id: "hello" is that of line 1 too',
      'own.jsonl:4: id: "hello" is that of line 1 too',
    ]);
  });

  it("counts what it does not name", async () => {
    const found = await faults(...Array.from({ length: 23 }, () => "[]"));
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toBe("… and 3 more");
  });

  it("refuses a file without any, and a name that there is not", async () => {
    await expect(read("", " ")).rejects.toMatchObject({
      kind: "data",
      message: expect.stringContaining("holds no prompts") as string,
    });
    await expect(readPrompts(datasets, "owm")).rejects.toMatchObject({
      kind: "usage",
      message: 'There is no list of prompts "owm". Did you mean "own"?',
      fix: "Known lists: own.",
    });
  });

  it("of the project are in order", async () => {
    expect(await listPrompts("datasets")).toEqual(["latency", "smoke"]);
    const smoke = await readPrompts("datasets", "smoke");
    expect(smoke.map(({ id }) => id)).toEqual(["refund", "notice", "date-and-amount", "polite", "error"]);
    const latency = await readPrompts("datasets", "latency");
    for (const { ko, en, system } of [...smoke, ...latency]) {
      for (const korean of [ko, system?.ko ?? ko]) expect(korean).toMatch(/\p{Script=Hangul}/u);
      for (const english of [en, system?.en ?? en]) expect(english).not.toMatch(/\p{Script=Hangul}/u);
    }
  });

  it.each([
    ["short", 8, 40, 120],
    ["middle", 10, 250, 500],
    ["long", 6, 950, 1500],
  ])("for timing answers are as long as their names say: %s", async (length, count, least, most) => {
    const prompts = (await readPrompts("datasets", "latency")).filter(({ id }) => id.startsWith(`${length}-`));
    expect(prompts).toHaveLength(count);
    for (const { id, ko, en, system, max_output_tokens } of prompts) {
      const korean = ko.length + (system?.ko ?? "").length;
      expect(korean, id).toBeGreaterThanOrEqual(least);
      expect(korean, id).toBeLessThanOrEqual(most);
      // The same content takes more characters in English; code and logs are the same in both.
      expect((en.length + (system?.en ?? "").length) / korean, id).toBeGreaterThan(1.2);
      expect(max_output_tokens, id).toBe(1000);
    }
  });
});
