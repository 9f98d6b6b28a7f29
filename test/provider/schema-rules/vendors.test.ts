import { describe, expect, it } from "vitest";
import { lintFor } from "../../../src/provider/schema-rules/index.ts";
import { nest, object, text, wide } from "./made.ts";

const kind = (...values: string[]): object => ({ ...text, enum: values });
const choice = (...branches: object[]): Record<string, unknown> => object({ a: { anyOf: branches } });
const recursive = object({ a: { anyOf: [{ $ref: "#" }, { type: "null" }] } });
const optional = (count: number): Record<string, unknown> => ({ ...wide(count), required: [] });

/** Every rule at its edge: what a vendor still takes, and what not any more. */
describe.each<[string, [string, Record<string, unknown>, string[]][]]>([
  [
    "openai",
    [
      ["ten levels", nest(10), []],
      ["eleven levels", nest(11), ["$ has 11 levels, which OpenAI's strict mode does not take: at most 10."]],
      [
        "a list is a level",
        object({ a: { type: "array", items: nest(9) } }),
        ["$ has 11 levels, which OpenAI's strict mode does not take: at most 10."],
      ],
      ["5,000 properties", wide(5000), []],
      [
        "5,001 properties",
        wide(5001),
        ["$ has 5001 properties, which OpenAI's strict mode does not take: at most 5000."],
      ],
      [
        "1,001 values",
        object({ a: kind(...Array.from({ length: 1001 }, (_, i) => `v${i}`)) }),
        ["$ has 1001 values of enums, which OpenAI's strict mode does not take: at most 1000."],
      ],
      [
        "long values",
        object({ a: kind(...Array.from({ length: 251 }, (_, i) => `${i}`.padEnd(60, "x"))) }),
        ["$.a has a long enum of 15060 characters, which OpenAI's strict mode does not take: at most 15000."],
      ],
      [
        "characters in all",
        object({ a: kind("x".repeat(120_000)) }),
        ["$ has 120001 characters of names and values, which OpenAI's strict mode does not take: at most 120000."],
      ],
      ["recursion", recursive, []],
      ["a constant", object({ a: { ...text, const: "x" } }), []],
      ["many nullable keys", wide(40, { type: ["string", "null"] }), []],
      [
        "an optional key",
        object({ a: text }, { required: [] }),
        ["$.a has to be required, as OpenAI's strict mode demands; make it nullable instead."],
      ],
      [
        "a bound",
        object({ a: { type: "number", minimum: 0 } }),
        ["$.a uses minimum, which OpenAI's strict mode does not take of fine-tuned models."],
      ],
      [
        "a length",
        object({ a: { ...text, maxLength: 9 } }),
        ["$.a uses maxLength, which OpenAI's strict mode does not take."],
      ],
      [
        "one of",
        object({ a: { oneOf: [text, { type: "null" }] } }),
        ["$.a uses oneOf, which OpenAI's strict mode does not take."],
      ],
      ["branches told apart", choice(object({ k: kind("a"), b: text }), object({ k: kind("b"), b: text })), []],
      ["branches of other keys", choice(object({ a: text }), object({ b: text })), []],
      [
        "branches that begin alike",
        choice(object({ k: text, a: text }), object({ k: text, b: text })),
        ["$.a has branches that all begin with any k, which OpenAI's strict mode does not take."],
      ],
      [
        "branches that share a value",
        choice(object({ k: kind("a", "b") }), object({ k: kind("b") })),
        ["$.a has branches that all begin with any k, which OpenAI's strict mode does not take."],
      ],
    ],
  ],
  [
    "anthropic",
    [
      ["many levels", nest(30), []],
      ["24 optional keys", optional(24), []],
      [
        "25 optional keys",
        optional(25),
        ["$ has 25 keys that are not required, which Anthropic's strict mode does not take: at most 24."],
      ],
      ["16 nullable keys", wide(16, { anyOf: [text, { type: "null" }] }), []],
      [
        "17 nullable keys",
        wide(17, { anyOf: [text, { type: "null" }] }),
        ["$ has 17 places of more than one type, which Anthropic's strict mode does not take: at most 16."],
      ],
      ["recursion", recursive, ["$.a contains itself, which Anthropic's strict mode does not take."]],
      [
        "recursion by way of another",
        object(
          { a: { $ref: "#/$defs/A" } },
          { $defs: { A: object({ b: { $ref: "#/$defs/B" } }), B: object({ a: { $ref: "#/$defs/A" } }) } },
        ),
        ["$.a.b.a contains itself, which Anthropic's strict mode does not take."],
      ],
      ["a reference", object({ a: { $ref: "#/$defs/A" }, b: { $ref: "#/$defs/A" } }, { $defs: { A: text } }), []],
      ["a date", object({ a: { ...text, format: "date" } }), []],
      [
        "another format",
        object({ a: { ...text, format: "regex" } }),
        ['$.a uses the format "regex", which Anthropic\'s strict mode does not take.'],
      ],
      ["one item", object({ a: { type: "array", items: text, minItems: 1 } }), []],
      [
        "two items",
        object({ a: { type: "array", items: text, minItems: 2 } }),
        ["$.a uses minItems other than 0 and 1, which Anthropic's strict mode does not take."],
      ],
      [
        "a bound",
        object({ score: { type: "number", minimum: 0 } }),
        ["$.score uses minimum, which Anthropic's strict mode does not take."],
      ],
      [
        "a pattern",
        object({ a: { ...text, pattern: "^a" } }),
        ["$.a uses pattern, which Anthropic's strict mode takes only if it is simple."],
      ],
      [
        "a key in Korean",
        object({ 이름: text }),
        ["$.이름 is a key that Anthropic does not take of a tool: it has to fit ^[a-zA-Z0-9_.-]{1,64}$."],
      ],
      [
        "an open object",
        { type: "object", properties: { a: text }, required: ["a"] },
        ["$ has to set additionalProperties to false, as Anthropic's strict mode demands."],
      ],
    ],
  ],
  [
    "google",
    [
      ["many levels", nest(30), []],
      ["many nullable keys", wide(40, { anyOf: [text, { type: "null" }] }), []],
      ["an open object", { type: "object", properties: { a: text } }, []],
      ["bounds", object({ a: { type: "number", minimum: 0, maximum: 9 } }), []],
      [
        "a length",
        object({ a: { ...text, minLength: 1 } }),
        ["$.a uses minLength, which Google's strict mode does not take."],
      ],
      [
        "a constant",
        object({ a: { ...text, const: "x" } }),
        ["$.a uses const, which Google's strict mode does not take."],
      ],
      [
        "a most of items",
        object({ a: { type: "array", items: text, maxItems: 5 } }),
        ["$.a uses maxItems, which Google's strict mode does not take of every schema."],
      ],
      [
        "one of",
        object({ a: { oneOf: [text, { type: "null" }] } }),
        ["$.a uses oneOf, which Google's strict mode reads as anyOf."],
      ],
      ["a date and time", object({ a: { ...text, format: "date-time" } }), []],
      [
        "a date",
        object({ a: { ...text, format: "date" } }),
        ['$.a uses the format "date", which Google\'s strict mode does not take.'],
      ],
      ["recursion", recursive, ["$.a contains itself, which Google's strict mode does not take."]],
      [
        "something beside a choice",
        object({ a: { description: "A", anyOf: [text, { type: "null" }] } }),
        ["$.a has description beside anyOf, which Google's strict mode does not take."],
      ],
      [
        "a record",
        object({ a: { type: "object", additionalProperties: text } }),
        ["$.a is an object without properties, which Google's strict mode does not take."],
      ],
    ],
  ],
])("%s", (vendor, cases) => {
  it.each(cases)("%s", (_, schema, found) => expect(lintFor(vendor, schema)).toEqual(found));
});
