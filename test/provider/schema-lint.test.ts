import { describe, expect, it } from "vitest";
import { z } from "zod";
import { lintSchema } from "../../src/provider/schema-lint.ts";

/** As a suite would make it: zod's JSON Schema without the mark of its dialect. */
function schemaOf(type: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(type);
  return schema;
}

const object = (properties: Record<string, unknown>, more: object = {}) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const text = { type: "string" };
const nest = (levels: number): object => (levels === 0 ? text : object({ a: nest(levels - 1) }));

describe("schemas that every vendor takes", () => {
  it.each<[string, Record<string, unknown>]>([
    ["every type", object({ a: text, b: { type: "number" }, c: { type: "integer" }, d: { type: "boolean" } })],
    ["titles and descriptions", object({ a: { ...text, title: "A", description: "첫째" } }, { description: "모두" })],
    ["an enum of strings", object({ a: { ...text, enum: ["예", "아니요"] } })],
    ["arrays of objects", object({ a: { type: "array", items: object({ b: text }) } })],
    ["null by anyOf", object({ a: { anyOf: [text, { type: "null" }] } })],
    ["null by type", object({ a: { type: ["string", "null"], enum: ["예", null] } })],
    ["five levels", nest(5) as Record<string, unknown>],
    [
      "what zod makes",
      schemaOf(
        z.strictObject({
          name: z.string().nullable(),
          kind: z.enum(["a", "b"]).nullable(),
          rows: z.array(z.strictObject({ price: z.number() })).nullable(),
        }),
      ),
    ],
  ])("%s", (_, schema) => {
    expect(lintSchema(schema)).toEqual([]);
  });
});

describe("schemas that some vendor refuses or changes", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["a root that is no object", { type: "array", items: text }, ["$ is not an object; the root has to be one."]],
    ["an optional key", object({ a: text }, { required: [] }), ["$.a is not required; make it nullable instead."]],
    [
      "a key required and not there",
      object({ a: text }, { required: ["a", "b"] }),
      ["$ requires b, which is not among its properties."],
    ],
    [
      "an open object",
      { type: "object", properties: { a: text }, required: ["a"] },
      ["$ does not set additionalProperties to false."],
    ],
    [
      "a record",
      object({ a: { type: "object", additionalProperties: text } }),
      ["$.a does not set additionalProperties to false.", "$.a is an object without properties."],
    ],
    ["a bound", object({ a: { ...text, minLength: 1 } }), ["$.a uses minLength, a bound."]],
    [
      "bounds in an array",
      object({ a: { type: "array", maxItems: 3, items: { type: "number", minimum: 0 } } }),
      ["$.a uses maxItems, a bound.", "$.a[] uses minimum, a bound."],
    ],
    ["a pattern", object({ a: { ...text, pattern: "^a" } }), ["$.a uses pattern, a form of text."]],
    ["a format", object({ a: { ...text, format: "date" } }), ["$.a uses format, a form of text."]],
    [
      "an enum of numbers",
      object({ a: { type: "number", enum: [1] } }),
      ["$.a has an enum that is not one of strings."],
    ],
    ["a constant", object({ a: { const: "x" } }), ["$.a uses const, a constant; an enum of one string says the same."]],
    [
      "a union",
      object({ a: { anyOf: [text, { type: "number" }] } }),
      ["$.a uses anyOf, a choice of schemas; only anyOf of one schema and null is taken by all."],
    ],
    [
      "a union of types",
      object({ a: { type: ["string", "number"] } }),
      ['$.a is not of exactly one type: ["string","number"].'],
    ],
    ["nothing at all", object({ a: {} }), ["$.a is not of exactly one type: none is given."]],
    ["a tuple", object({ a: { type: "array", items: text, prefixItems: [text] } }), ["$.a uses prefixItems, a tuple."]],
    ["an array of anything", object({ a: { type: "array" } }), ["$.a[] is not a schema object."]],
    ["a reference", object({ a: { $ref: "#" } }), ["$.a uses $ref, a reference; write the part out where it stands."]],
    ["a dialect", object({ a: text }, { $schema: "x" }), ["$ uses $schema, a mark of the dialect; leave it out."]],
    ["a default", object({ a: { ...text, default: "x" } }), ["$.a uses default."]],
    ["six levels", nest(6) as Record<string, unknown>, ["$.a.a.a.a.a is deeper than 5 levels."]],
    [
      "a bound in a nullable",
      object({ a: { anyOf: [{ ...text, maxLength: 3 }, { type: "null" }] } }),
      ["$.a uses maxLength, a bound."],
    ],
    [
      "a date of zod",
      schemaOf(z.strictObject({ at: z.iso.date() })),
      ["$.at uses format, a form of text.", "$.at uses pattern, a form of text."],
    ],
  ])("%s", (_, schema, found) => {
    expect(lintSchema(schema)).toEqual(found);
  });
});
