import type { JsonSchema } from "../../domain/question.ts";
import { isRecord } from "./parts.ts";
import { JSON_TYPES, type JsonType } from "./wording.ts";

/** The steps of a path: `items[0].price` is `items`, 0, `price`. */
const stepsOf = (path: string): readonly (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) => (index === undefined ? step : Number(index)));

/** Types that a schema allows at a path, each once; none where the schema does not know the path. */
export function typesAt(schema: JsonSchema, path: string): readonly JsonType[] {
  const places = stepsOf(path).reduce<readonly unknown[]>(
    (found, step) => found.flatMap(branches).flatMap((place) => partsAt(place, step)),
    [schema],
  );
  const types = places.flatMap(branches).flatMap(({ type }) => (Array.isArray(type) ? (type as unknown[]) : [type]));
  return JSON_TYPES.filter((type) => types.includes(type));
}

/** A schema as the schemas of which one has to hold. */
function branches(schema: unknown): readonly JsonSchema[] {
  if (!isRecord(schema)) return [];
  const choice = schema["anyOf"] ?? schema["oneOf"];
  return Array.isArray(choice) ? choice.flatMap(branches) : [schema];
}

function partsAt(schema: JsonSchema, step: string | number): readonly unknown[] {
  const { properties, items } = schema;
  if (typeof step === "number") return items === undefined ? [] : [items];
  return isRecord(properties) && Object.hasOwn(properties, step) ? [properties[step]] : [];
}

/** The type of what stands at a path of a text that is JSON, words around it left aside; undefined where that is unknown. */
export function typeAt(text: string, path: string): JsonType | undefined {
  let place = parsed(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  for (const step of stepsOf(path)) {
    if (typeof place !== "object" || place === null || !Object.hasOwn(place, step)) return undefined;
    place = (place as Readonly<Record<string | number, unknown>>)[step];
  }
  if (place === undefined) return undefined;
  if (place === null) return "null";
  const type = Array.isArray(place) ? "array" : typeof place;
  return JSON_TYPES.find((one) => one === type);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
