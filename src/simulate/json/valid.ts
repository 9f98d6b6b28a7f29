import type { JsonSchema } from "../../domain/question.ts";
import { choices, isRecord, propertiesOf, requiredOf, resolved, typesOf } from "./parts.ts";

/**
 * Whether a value is one of a schema, as far as keys, types, enums, constants and choices go. It tells whether a fault that
 * was put into an answer is one; bounds and formats are never what is broken.
 */
export function isValid(value: unknown, given: unknown, root: JsonSchema): boolean {
  const schema = resolved(given, root);
  if ("const" in schema && schema["const"] !== value) return false;
  if (Array.isArray(schema["enum"]) && !schema["enum"].includes(value)) return false;
  const options = choices(schema);
  if (options.length > 0 && !options.some((option) => isValid(value, option, root))) return false;
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return false;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined || value.every((item) => isValid(item, items, root));
  }
  if (!isRecord(value)) return true;
  const properties = propertiesOf(schema);
  return (
    requiredOf(schema).every((name) => name in value) &&
    Object.entries(value).every(([name, item]) => {
      const property = properties[name];
      return property === undefined ? schema["additionalProperties"] !== false : isValid(item, property, root);
    })
  );
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isRecord(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
