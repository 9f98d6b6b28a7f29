import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listPrompts, readPrompts } from "../../src/dataset/prompts.ts";
import { UserError } from "../../src/domain/error.ts";

const datasets = mkdtempSync(join(tmpdir(), "tokenwon-prompts-"));
mkdirSync(join(datasets, "prompts"));
afterAll(() => {
  rmSync(datasets, { recursive: true });
});

async function errorOf(lines: string): Promise<UserError> {
  writeFileSync(join(datasets, "prompts", "x.jsonl"), lines);
  const error: unknown = await readPrompts(datasets, "x").catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error;
}

describe("prompts", () => {
  it("of the smoke suite are five short pairs", async () => {
    const prompts = await readPrompts(resolve("datasets"), "smoke");
    expect(prompts.map(({ id }) => id)).toEqual(["refund", "notice", "date-and-amount", "polite", "error"]);
    for (const { ko, en } of prompts) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).not.toMatch(/[가-힣]/);
      for (const text of [ko, en]) expect(text.split(/\s+/).length).toBeLessThanOrEqual(60);
    }
  });

  it("names every bad line", async () => {
    const good = '{"id":"a","ko":"가","en":"a","max_output_tokens":1}';
    const { details } = await errorOf(`${good}\n{\n${good}\n{"id":"b","ko":"나","max_output_tokens":0,"more":1}\n`);
    const all = details.join("\n");
    expect(all).toMatch(/x\.jsonl:2: not JSON/);
    expect(all).toMatch(/x\.jsonl:3: id: "a" is that of line 1 too/);
    expect(all).toMatch(/x\.jsonl:4: en: /);
    expect(all).toMatch(/x\.jsonl:4: max_output_tokens: /);
  });

  it("refuses decomposed Hangul, an empty list and an unknown name", async () => {
    const line = JSON.stringify({ id: "a", ko: "가".normalize("NFD"), en: "a", max_output_tokens: 1 });
    expect((await errorOf(line)).details[0]).toMatch(/x\.jsonl:1: ko: is not in NFC/);
    expect((await errorOf("\n")).message).toMatch(/holds no prompts/);
    await expect(readPrompts(resolve("datasets"), "smok")).rejects.toThrow('Did you mean "smoke"?');
    expect(await listPrompts(datasets)).toEqual(["x"]);
  });
});
