import type { JsonSchema } from "../../domain/question.ts";

/** A value that is an object and no array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A schema with the schemas inside it changed: of properties, of items, of the branches of a choice. */
export function withParts(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const each = (value: unknown): unknown => (isRecord(value) ? change(value) : value);
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === "items") return [keyword, each(value)];
      if (["anyOf", "oneOf"].includes(keyword) && Array.isArray(value)) return [keyword, value.map(each)];
      if (keyword === "properties" && isRecord(value))
        return [keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, each(part)]))];
      return [keyword, value];
    }),
  );
}
