import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../src/domain/question.ts";
import { gradeAnswer } from "../../../src/grade/grade.ts";
import { seeded } from "../../../src/measure/random.ts";
import { made } from "../../../src/simulate/json/made.ts";
import { stockOf } from "../../../src/simulate/stock/index.ts";
import { committedItems } from "../../grade/pool.ts";
import { knownOf, schemaOf } from "./known-item.ts";

const items = await committedItems();

/** A schema with its properties by other names. */
const renamed = (schema: JsonSchema, names: Readonly<Record<string, string>>): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === "required") return (value as string[]).map((name) => names[name] ?? name);
    if (key !== "properties") return value;
    return Object.fromEntries(Object.entries(value as object).map(([name, inside]) => [names[name] ?? name, inside]));
  }) as JsonSchema;

describe("a known answer", () => {
  it("is what is answered, in every committed task", () => {
    for (const item of items) {
      const { value, takes } = made(schemaOf(item), knownOf(item), 0, stockOf(true), seeded(1));
      expect(value).toEqual(item.asked.expected);
      expect(takes?.(value)).toBe(true);
    }
  });

  it("has Korean names where the schema has them", () => {
    for (const item of items.filter((_, at) => at % 11 === 0)) {
      const { task } = item.asked;
      const { value } = made(renamed(schemaOf(item), task.names), knownOf(item), 0.3, stockOf(true), seeded(1));
      expect(Object.keys(value as object)[0]).toMatch(/[가-힣]/);
      expect(gradeAnswer({ text: JSON.stringify(value) }, { ...item.asked, fields: "ko" }).valid).toBe(true);
    }
  });

  it("is none where another schema is asked for", () => {
    const schema: JsonSchema = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
    const [item] = items;
    const { value, takes } = made(schema, item && knownOf(item), 0.5, stockOf(true), seeded(1));
    expect(Object.keys(value as object)).toEqual(["name"]);
    expect(takes).toBeUndefined();
  });

  it("stands without a schema too", () => {
    const [item] = items;
    const { value } = made(undefined, item && knownOf(item), 0, stockOf(true), seeded(1));
    expect(value).toEqual(item?.asked.expected);
  });
});

/** Whether each field of an answer is the right one. */
const fields = (right: unknown, given: unknown): readonly boolean[] =>
  typeof right === "object" && right !== null
    ? Object.entries(right).flatMap(([key, inside]) => fields(inside, (given as Record<string, unknown>)[key]))
    : [right === given];

describe("wrong fields", () => {
  it("are about as many as planted, of the right kind, and leave every answer valid", () => {
    let [all, wrong] = [0, 0];
    for (const [seed, item] of items.entries()) {
      const { value } = made(schemaOf(item), knownOf(item), 0.1, stockOf(seed % 2 === 0), seeded(seed));
      expect(gradeAnswer({ text: JSON.stringify(value) }, item.asked)).toMatchObject({ valid: true });
      const right = fields(item.asked.expected, value);
      all += right.length;
      wrong += right.filter((one) => !one).length;
    }
    // Some fields allow no other value: the kind of a union, shares that add up to 100.
    expect(wrong / all).toBeGreaterThan(0.08);
    expect(wrong / all).toBeLessThan(0.11);
  });
});
