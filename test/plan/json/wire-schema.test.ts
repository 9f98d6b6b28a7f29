import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { JsonSchema } from "../../../src/domain/question.ts";
import { wireSchema } from "../../../src/plan/json/wire-schema.ts";
import { lintFor } from "../../../src/provider/schema-rules/index.ts";
import { committedTasks } from "./committed.ts";
import { fits } from "./fits.ts";

const inField = (type: z.ZodType, strict: boolean): unknown => {
  const { properties } = wireSchema(z.strictObject({ a: type }), { strict });
  return (properties as Record<string, unknown>)["a"];
};

describe("a field as a person would write it, and as strict modes take it", () => {
  it.each<[string, z.ZodType, object, object]>([
    ["a text", z.string(), { type: "string" }, { type: "string" }],
    [
      "what it is",
      z.string().describe("As written"),
      { type: "string", description: "As written" },
      { type: "string", description: "As written" },
    ],
    [
      "bounds",
      z.int().min(0).max(10),
      { type: "integer", minimum: 0, maximum: 10 },
      { type: "integer", description: "At least 0, at most 10." },
    ],
    ["no bounds", z.int(), { type: "integer" }, { type: "integer" }],
    [
      "open bounds",
      z.number().positive().lt(5),
      { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 5 },
      { type: "number", description: "More than 0, less than 5." },
    ],
    [
      "a pattern, with what it is",
      z
        .string()
        .regex(/^[A-Z]{2}$/)
        .describe("Two letters"),
      { type: "string", description: "Two letters", pattern: "^[A-Z]{2}$" },
      { type: "string", description: "Two letters. Matches ^[A-Z]{2}$." },
    ],
    [
      "a date",
      z.iso.date(),
      { type: "string", format: "date" },
      { type: "string", description: "A date as in 2026-11-05." },
    ],
    ["an address on the Web", z.url(), { type: "string", format: "uri" }, { type: "string", description: "A URL." }],
    [
      "another format",
      z.ipv4(),
      { type: "string", format: "ipv4" },
      { type: "string", description: "In the format ipv4." },
    ],
    [
      "a list",
      z.array(z.string().min(1)).min(1).max(6),
      { type: "array", minItems: 1, maxItems: 6, items: { type: "string", minLength: 1 } },
      {
        type: "array",
        description: "At least 1 item, at most 6 items.",
        items: { type: "string", description: "At least 1 character." },
      },
    ],
    ["a constant", z.literal("road"), { type: "string", enum: ["road"] }, { type: "string", enum: ["road"] }],
    [
      "null, by a list of types",
      z.string().nullable().describe("If any"),
      { type: ["string", "null"], description: "If any" },
      { anyOf: [{ type: "string", description: "If any" }, { type: "null" }] },
    ],
    [
      "null, by a choice",
      z.int().min(1).nullable().describe("If any"),
      { description: "If any", anyOf: [{ type: "integer", minimum: 1 }, { type: "null" }] },
      { anyOf: [{ type: "integer", description: "If any. At least 1." }, { type: "null" }] },
    ],
    [
      "several types",
      z.union([z.string(), z.number(), z.null()]),
      { type: ["string", "number", "null"] },
      { anyOf: [{ type: "string" }, { type: "number" }, { type: "null" }] },
    ],
    [
      "a key that may be left out",
      z.object({ b: z.string().optional() }),
      { type: "object", properties: { b: { type: "string" } }, additionalProperties: false },
      { type: "object", properties: { b: { type: "string" } }, additionalProperties: false, required: ["b"] },
    ],
  ])("%s", (_, type, written, strict) => {
    expect(inField(type, false)).toEqual(written);
    expect(inField(type, true)).toEqual(strict);
  });

  it("one of several objects", () => {
    const type = z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("a") }),
      z.strictObject({ kind: z.literal("b") }),
    ]);
    const branches = ["a", "b"].map((kind) => ({
      type: "object",
      properties: { kind: { type: "string", enum: [kind] } },
      required: ["kind"],
      additionalProperties: false,
    }));
    expect(inField(type, false)).toEqual({ oneOf: branches });
    expect(inField(type, true)).toEqual({ anyOf: branches });
  });
});

/** A type, and a value of it. */
type Typed = { readonly type: z.ZodType; readonly value: unknown };

const typed: fc.Memo<Typed> = fc.memo((depth) => {
  const flat = fc.oneof(
    fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9), fc.nat(9)).map(([value, below, above]) => ({
      type: z
        .int()
        .min(value - below)
        .max(value + above),
      value,
    })),
    fc.tuple(fc.string(), fc.nat(3)).map(([value, more]) => {
      const length = value.length;
      return {
        type: z
          .string()
          .min(Math.max(0, length - more))
          .max(length + more)
          .describe("A text"),
        value,
      };
    }),
    fc.constantFrom("2026-11-25", "2024-02-29").map((value) => ({ type: z.iso.date(), value })),
    fc.constantFrom("a", "b").map((value) => ({ type: z.enum(["a", "b", "c"]), value })),
    fc.boolean().map((value) => ({ type: z.boolean(), value })),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: 1 })
      .map((value) => ({ type: z.number().positive(), value })),
  );
  if (depth <= 1) return flat;
  const inside = typed(depth - 1);
  return fc.oneof(
    flat,
    inside.map(({ type, value }) => ({ type: type.nullable().describe("If any."), value })),
    inside.map(({ type }) => ({ type: type.nullable(), value: null })),
    inside.map(({ type, value }) => ({ type: z.array(type).min(1), value: [value, value] })),
    inside.map(({ type, value }) => ({ type: z.union([z.strictObject({ only: type }), type]), value })),
    fc
      .dictionary(fc.constantFrom("items", "type", "이름", "properties", "a b"), inside, { minKeys: 1 })
      .map((parts) => ({
        type: z.strictObject(Object.fromEntries(Object.entries(parts).map(([name, { type }]) => [name, type]))),
        value: Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value])),
      })),
  );
});

describe("laws", () => {
  it("what fits the type fits its schema, as written and as strict modes take it", () => {
    fc.assert(
      fc.property(typed(3), ({ type, value }) => {
        const schema = z.strictObject({ a: type });
        expect(schema.safeParse({ a: value }).success).toBe(true);
        expect(fits({ a: value }, wireSchema(schema, { strict: false }))).toBe(true);
        expect(fits({ a: value }, wireSchema(schema, { strict: true }))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("as strict modes take it, it has no key left out and none too many", () => {
    fc.assert(
      fc.property(typed(3), ({ type, value }) => {
        const schema = wireSchema(z.strictObject({ a: type, b: z.boolean() }), { strict: true });
        expect(fits({ a: value, b: true }, schema)).toBe(true);
        expect(fits({ a: value }, schema)).toBe(false);
        expect(fits({ a: value, b: true, c: 1 }, schema)).toBe(false);
        expect(fits({ a: value, b: "true" }, schema)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

/** A schema or a value with its keys under other names. */
function underNames(given: unknown, names: ReadonlyMap<string, string>, isSchema: boolean): unknown {
  if (Array.isArray(given)) return given.map((one) => underNames(one, names, isSchema));
  if (typeof given !== "object" || given === null) return given;
  const entries = Object.entries(given) as [string, unknown][];
  const named = (name: string): string => names.get(name) ?? name;
  if (!isSchema) return Object.fromEntries(entries.map(([name, one]) => [named(name), underNames(one, names, false)]));
  return Object.fromEntries(
    entries.map(([keyword, one]) => {
      if (keyword === "properties")
        return [
          keyword,
          Object.fromEntries(
            Object.entries(one as object).map(([name, part]) => [named(name), underNames(part, names, true)]),
          ),
        ];
      if (keyword === "required") return [keyword, (one as string[]).map(named)];
      return [keyword, keyword === "enum" ? one : underNames(one, names, true)];
    }),
  );
}

/** Names of properties in the order of the schema, at every depth. */
const keysIn = (schema: JsonSchema): readonly string[] => {
  const keys: string[] = [];
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === "properties") keys.push(...Object.keys(value as object));
    return value;
  });
  return keys;
};

const committed = await committedTasks();

describe.each(committed.map(({ task, items }) => [task.name, task, items] as const))("%s", (_, task, items) => {
  const written = wireSchema(task.schema, { strict: false });
  const strict = wireSchema(task.schema, { strict: true });
  const { names } = task;

  it("right answers fit it, under their own names alone", () => {
    const there = new Map(Object.entries(names));
    const korean = [false, true].map((mode) => wireSchema(task.schema, { names, strict: mode }));
    for (const { ko, en } of items) {
      for (const { expected } of [ko, en]) {
        expect(fits(expected, written)).toBe(true);
        expect(fits(expected, strict)).toBe(true);
        for (const schema of korean) {
          expect(fits(underNames(expected, there, false), schema)).toBe(true);
          expect(fits(expected, schema)).toBe(false);
        }
      }
    }
  });

  it.each(["openai", "anthropic", "google", "local"])("is taken by %s", (vendor) => {
    expect(lintFor(vendor, strict)).toEqual([]);
  });

  it("has its names back once they are turned back", () => {
    const back = new Map(Object.entries(names).map(([english, korean]) => [korean, english]));
    for (const [mode, plain] of [
      [false, written],
      [true, strict],
    ] as const) {
      const renamed = wireSchema(task.schema, { names, strict: mode });
      expect(JSON.stringify(underNames(renamed, back, true))).toBe(JSON.stringify(plain));
      expect(keysIn(renamed)).toEqual(keysIn(plain).map((key) => names[key]));
    }
  });

  it("keeps its keys in the order of the task", () => {
    const shape = Object.keys((task.schema as z.ZodObject).shape);
    for (const schema of [written, strict]) {
      expect(Object.keys(schema["properties"] as object)).toEqual(shape);
      expect(schema["required"]).toEqual(shape);
    }
  });
});
