import type { JsonSchema } from "../domain/question.ts";

/** Objects and arrays inside each other, the root included. */
const DEEPEST = 5;

const TYPES = ["object", "array", "string", "number", "integer", "boolean"];

/** What a schema may use beside what its type needs. */
const PLAIN = new Set([
  "type",
  "title",
  "description",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
]);

/** Why a keyword is not in the subset, where it is not simply unknown to somebody. */
const REASONS: readonly [RegExp, string][] = [
  [/^(exclusive)?(minimum|maximum)$|^multipleOf$|^(min|max)(Length|Items|Properties)$|^uniqueItems$/, "a bound"],
  [/^(pattern|format|contentEncoding|contentMediaType)$/, "a form of text"],
  [/^(patternProperties|propertyNames|unevaluatedProperties)$/, "keys that are not named"],
  [/^(\$ref|\$defs|definitions|\$anchor|\$id)$/, "a reference; write the part out where it stands"],
  [/^const$/, "a constant; an enum of one string says the same"],
  [/^\$schema$/, "a mark of the dialect; leave it out"],
  [/^(anyOf|oneOf|allOf|not|if|then|else)$/, "a choice of schemas; only anyOf of one schema and null is taken by all"],
  [/^prefixItems$/, "a tuple"],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNull = (schema: unknown): boolean => isRecord(schema) && schema["type"] === "null";

/** The schema of a nullable value without its null: `anyOf` of two, or a `type` of two; others stay as they are. */
function withoutNull(schema: Record<string, unknown>): Record<string, unknown> {
  const { anyOf, type, ...rest } = schema;
  if (Array.isArray(anyOf) && type === undefined) {
    const [only, ...others] = (anyOf as unknown[]).filter((each) => !isNull(each));
    return anyOf.length === 2 && others.length === 0 && isRecord(only) ? { ...rest, ...only } : schema;
  }
  if (!Array.isArray(type)) return schema;
  const [only, ...others] = (type as unknown[]).filter((each) => each !== "null");
  const values = Array.isArray(schema["enum"]) ? { enum: (schema["enum"] as unknown[]).filter((v) => v !== null) } : {};
  return type.length === 2 && others.length === 0 ? { ...rest, ...values, type: only } : schema;
}

function ofObject(schema: Record<string, unknown>, path: string, depth: number): string[] {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const names = Object.keys(properties);
  const required: readonly unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  return [
    ...(schema["additionalProperties"] === false ? [] : [`${path} does not set additionalProperties to false.`]),
    ...(names.length > 0 ? [] : [`${path} is an object without properties.`]),
    ...names
      .filter((name) => !required.includes(name))
      .map((name) => `${path}.${name} is not required; make it nullable instead.`),
    ...required
      .filter((name) => typeof name !== "string" || !names.includes(name))
      .map((name) => `${path} requires ${String(name)}, which is not among its properties.`),
    ...names.flatMap((name) => lint(properties[name], `${path}.${name}`, depth + 1)),
  ];
}

function ofEnum(values: unknown, path: string): string[] {
  const strings = Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === "string");
  return strings ? [] : [`${path} has an enum that is not one of strings.`];
}

function lint(given: unknown, path: string, depth: number): string[] {
  if (!isRecord(given)) return [`${path} is not a schema object.`];
  const schema = withoutNull(given);
  const { type } = schema;
  const nests = type === "object" || type === "array";
  if (nests && depth > DEEPEST) return [`${path} is deeper than ${DEEPEST} levels.`];
  const keywords = Object.keys(schema)
    .filter((keyword) => !PLAIN.has(keyword))
    .map((keyword) => {
      const reason = REASONS.find(([pattern]) => pattern.test(keyword))?.[1];
      return `${path} uses ${keyword}${reason === undefined ? "" : `, ${reason}`}.`;
    });
  // A reference, a constant or a choice has no type of its own, and was named already.
  const typed = typeof type === "string" ? TYPES.includes(type) : type === undefined && keywords.length > 0;
  return [
    ...keywords,
    ...(typed
      ? []
      : [`${path} is not of exactly one type: ${type === undefined ? "none is given" : JSON.stringify(type)}.`]),
    ...("enum" in schema ? ofEnum(schema["enum"], path) : []),
    ...(type === "object" ? ofObject(schema, path, depth) : []),
    ...(type === "array" ? lint(schema["items"], `${path}[]`, depth + 1) : []),
  ];
}

/**
 * What a JSON Schema uses outside the subset that every vendor takes in its strict mode, one sentence each with its
 * path; empty when the schema can go to all. The subset: objects that name and require every key, nullable instead of
 * optional, arrays, enums of strings, no bounds or patterns, no records, at most five levels.
 */
export function lintSchema(schema: JsonSchema): readonly string[] {
  const root = schema["type"] === "object" ? [] : ["$ is not an object; the root has to be one."];
  return [...root, ...lint(schema, "$", 1)];
}
