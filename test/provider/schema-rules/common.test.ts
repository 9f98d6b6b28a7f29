import { describe, expect, it } from "vitest";
import { z } from "zod";
import { lintFor } from "../../../src/provider/schema-rules/index.ts";
import { nest, object, text, wide } from "./made.ts";

/** As a suite would make it: zod's JSON Schema without the mark of its dialect. */
function schemaOf(type: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(type);
  return schema;
}

describe("schemas that every vendor takes", () => {
  it.each<[string, Record<string, unknown>]>([
    ["every type", object({ a: text, b: { type: "number" }, c: { type: "integer" }, d: { type: "boolean" } })],
    ["titles and descriptions", object({ a: { ...text, title: "A", description: "첫째" } }, { description: "모두" })],
    ["an enum of strings", object({ a: { ...text, enum: ["예", "아니요"] } })],
    ["an enum of numbers", object({ a: { type: "number", enum: [1] } })],
    ["arrays of objects", object({ a: { type: "array", items: object({ b: text }) } })],
    ["null by anyOf", object({ a: { anyOf: [text, { type: "null" }] } })],
    ["null by type", object({ a: { type: ["string", "null"], enum: ["예", null] } })],
    ["a union", object({ a: { anyOf: [text, { type: "number" }] } })],
    ["keys in Korean", object({ 할일: text })],
    ["ten levels", nest(10)],
    ["sixteen nullable keys", wide(16, { type: ["string", "null"] })],
    [
      "what zod makes",
      schemaOf(
        z.strictObject({
          name: z.string().nullable(),
          kind: z.enum(["a", "b"]).nullable().describe("Which"),
          rows: z.array(z.strictObject({ price: z.number() })).nullable(),
        }),
      ),
    ],
  ])("%s", (_, schema) => {
    expect(lintFor(undefined, schema)).toEqual([]);
    expect(lintFor("local", schema)).toEqual([]);
  });
});

const refused = "which not every strict mode takes";

describe("schemas that some vendor refuses or changes", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "a root that is no object",
      { type: "array", items: text },
      ["$ has to be an object, as some strict modes demand."],
    ],
    [
      "a root that is a choice",
      { anyOf: [object({ a: text }), object({ b: text })] },
      ["$ has to be an object, as some strict modes demand."],
    ],
    [
      "an optional key",
      object({ a: text }, { required: [] }),
      ["$.a has to be required, as some strict modes demand; make it nullable instead."],
    ],
    [
      "a key required and not there",
      object({ a: text }, { required: ["a", "b"] }),
      ["$ requires b, which is not among its properties."],
    ],
    [
      "an open object",
      { type: "object", properties: { a: text }, required: ["a"] },
      ["$ has to set additionalProperties to false, as some strict modes demand."],
    ],
    [
      "a record",
      object({ a: { type: "object", additionalProperties: text } }),
      [
        "$.a has to set additionalProperties to false, as some strict modes demand.",
        `$.a is an object without properties, ${refused}.`,
      ],
    ],
    ["a bound", object({ a: { ...text, minLength: 1 } }), [`$.a uses minLength, ${refused}.`]],
    [
      "bounds in an array",
      object({ a: { type: "array", maxItems: 3, items: { type: "number", minimum: 0 } } }),
      [`$.a uses maxItems, ${refused}.`, `$.a[] uses minimum, ${refused}.`],
    ],
    ["a pattern", object({ a: { ...text, pattern: "^a" } }), [`$.a uses pattern, ${refused}.`]],
    [
      "an enum of booleans",
      object({ a: { type: "boolean", enum: [true] } }),
      [`$.a has an enum that is not one of strings or numbers, ${refused}.`],
    ],
    ["a constant", object({ a: { ...text, const: "x" } }), [`$.a uses const, ${refused}.`]],
    ["nothing at all", object({ a: {} }), ["$.a has no type that JSON knows."]],
    ["an unknown type", object({ a: { type: "date" } }), ["$.a has no type that JSON knows."]],
    [
      "a tuple",
      object({ a: { type: "array", items: text, prefixItems: [text] } }),
      [`$.a uses prefixItems, ${refused}.`],
    ],
    ["an array of anything", object({ a: { type: "array" } }), ["$.a does not say what it is a list of."]],
    [
      "a reference",
      object({ a: { $ref: "#/$defs/A" } }, { $defs: { A: text } }),
      [`$ uses $defs, ${refused}.`, `$.a uses $ref, ${refused}.`],
    ],
    ["a dialect", object({ a: text }, { $schema: "x" }), [`$ uses $schema, ${refused}.`]],
    ["a default", object({ a: { ...text, default: "x" } }), [`$.a uses default, ${refused}.`]],
    ["eleven levels", nest(11), [`$ has 11 levels, ${refused}: at most 10.`]],
    [
      "seventeen nullable keys",
      wide(17, { type: ["string", "null"] }),
      [`$ has 17 places of more than one type, ${refused}: at most 16.`],
    ],
    [
      "a bound in a nullable",
      object({ a: { anyOf: [{ ...text, maxLength: 3 }, { type: "null" }] } }),
      [`$.a uses maxLength, ${refused}.`],
    ],
    [
      "a date of zod",
      schemaOf(z.strictObject({ at: z.iso.date() })),
      [`$.at uses format, ${refused}.`, `$.at uses pattern, ${refused}.`],
    ],
  ])("%s", (_, schema, found) => {
    expect(lintFor(undefined, schema)).toEqual(found);
  });
});
