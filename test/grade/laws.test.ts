import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeAnswer } from "../../src/grade/grade.ts";
import { gradeSpoilt } from "./mutations.ts";
import { committedItems } from "./pool.ts";

const items = await committedItems();

/** A value whose keys stand in another order at every depth. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inside]) => [key, shuffled(inside)]),
  );
}

/** A value with its keys as an answer has them that was asked for Korean ones. */
function named(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => named(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [names[key] ?? key, named(inside, names)]));
}

describe("what is expected of every committed item", () => {
  it("is wholly right, as it stands, in another order of its keys and with Korean field names", () => {
    for (const { id, asked } of items) {
      for (const text of [JSON.stringify(asked.expected), JSON.stringify(shuffled(asked.expected), null, 2)])
        expect([id, gradeAnswer({ text }, asked)]).toMatchObject([
          id,
          { valid: true, faults: [], fields: { wrong: [] } },
        ]);
      const text = JSON.stringify(named(asked.expected, asked.task.names));
      const grade = gradeAnswer({ text }, { ...asked, fields: "ko" });
      expect([id, grade]).toMatchObject([id, { valid: true, faults: [], fields: { wrong: [] } }]);
    }
  });

  it("stays so in a fence and among words, as repaired", () => {
    for (const { id, asked } of items) {
      const json = JSON.stringify(asked.expected, null, 2);
      const whole = gradeAnswer({ text: json }, asked).fields;
      for (const [text, reading, decided] of [
        [`\`\`\`json\n${json}\n\`\`\``, "fence", "fence"],
        [`네, 답입니다.\n${json}\n더 필요하신 게 있나요?`, "extracted", "prose"],
      ]) {
        const grade = gradeAnswer({ text: text ?? "" }, asked);
        expect([id, grade]).toMatchObject([id, { reading, decided, valid: false, repaired: true, fields: whole }]);
      }
    }
  });

  it("has no field right where nothing was answered, and none that is both", () => {
    for (const { id, asked } of items) {
      const { fields, valid } = gradeAnswer({ text: "{}" }, asked);
      expect([id, valid, fields?.right]).toEqual([id, false, 0]);
      expect(fields?.all).toBeGreaterThan(0);
      expect(fields?.all).toBe(fields?.wrong.length);
    }
  });
});

describe("any text", () => {
  it("is graded without a throw, and never valid where JSON.parse or the schema refuses it: 5,000 spoilt answers", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => gradeSpoilt(items, seed, 50)),
      { numRuns: 100 },
    );
  });

  it("is graded however deep it nests and however many brackets it opens", () => {
    const asked = items[0]?.asked;
    if (asked === undefined) throw new Error("no items");
    // What is not valid has a reason.
    for (const text of [
      "[".repeat(100_000),
      "[".repeat(20_000) + "]".repeat(20_000),
      '{"a":'.repeat(5000),
      "[a ".repeat(5000),
      "```\n".repeat(2000),
      "{'".repeat(5000),
      `\`\`\`${" ".repeat(50_000)}x`,
    ])
      expect(gradeAnswer({ text }, asked)).toMatchObject({ valid: false, decided: expect.any(String) as string });
  });
});
