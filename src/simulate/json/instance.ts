import type { JsonSchema } from "../../domain/question.ts";
import type { Random } from "../../measure/random.ts";
import { between, pick, wholeBetween } from "../draw.ts";
import type { Stock } from "../stock/stock.ts";
import { choices, isRecord, numberOf, propertiesOf, requiredOf, resolved, typesOf } from "./parts.ts";

/** Deeper than this a schema that contains itself is given the least that it allows. */
const DEEPEST = 6;

/** A value of a JSON Schema, drawn at random: what the vendors' strict modes take, with bounds and formats besides. */
export function instance(root: JsonSchema, stock: Stock, random: Random): unknown {
  return of(root, 0);

  function of(given: unknown, depth: number): unknown {
    const schema = resolved(given, root);
    if ("const" in schema) return schema["const"];
    const listed = schema["enum"];
    if (Array.isArray(listed)) return pick(listed as [unknown, ...unknown[]], random);
    const options = choices(schema);
    if (options.length > 0) return of(option(options, depth), depth);
    const parts = schema["allOf"];
    if (Array.isArray(parts)) return allOf(parts, schema, depth);
    switch (option(typesOf(schema), depth) ?? ("properties" in schema ? "object" : "string")) {
      case "object":
        return object(schema, depth);
      case "array":
        return array(schema, depth);
      case "number":
        return Math.round(numeric(schema, 0, 100) * 10) / 10;
      case "integer":
        return Math.round(numeric(schema, 1, 100));
      case "boolean":
        return random() < 0.5;
      case "null":
        return null;
      default:
        return string(schema);
    }
  }

  /** One of several, null less often than any other; deep down null, where it is allowed. */
  function option<T>(options: readonly T[], depth: number): T | undefined {
    const isNull = (one: T): boolean => one === "null" || (isRecord(one) && one["type"] === "null");
    const [first, ...others] = options.filter((one) => !isNull(one));
    if (first === undefined || (options.some(isNull) && (depth > DEEPEST || random() < 0.15)))
      return options.find(isNull) ?? first;
    return pick([first, ...others], random);
  }

  function allOf(parts: readonly unknown[], schema: JsonSchema, depth: number): unknown {
    const { allOf: _, ...own } = schema;
    const all = [own, ...parts.map((part) => resolved(part, root))];
    const properties = Object.assign({}, ...all.map(propertiesOf)) as object;
    return of({ ...Object.assign({}, ...all), properties, required: all.flatMap(requiredOf) }, depth);
  }

  function object(schema: JsonSchema, depth: number): unknown {
    const required = requiredOf(schema);
    const wanted = Object.entries(propertiesOf(schema)).filter(
      ([name]) => required.includes(name) || (depth <= DEEPEST && random() < 0.7),
    );
    return Object.fromEntries(wanted.map(([name, property]) => [name, of(property, depth + 1)]));
  }

  function array(schema: JsonSchema, depth: number): unknown {
    const least = numberOf(schema, "minItems") ?? (depth > DEEPEST ? 0 : 1);
    const most = numberOf(schema, "maxItems") ?? Math.max(least, depth > DEEPEST ? 0 : 3);
    const length = wholeBetween(Math.min(least, most), most, random);
    return Array.from({ length }, () => of(schema["items"], depth + 1));
  }

  function numeric(schema: JsonSchema, usualLow: number, usualHigh: number): number {
    const above = numberOf(schema, "exclusiveMinimum");
    const below = numberOf(schema, "exclusiveMaximum");
    const low = numberOf(schema, "minimum") ?? above;
    const high = numberOf(schema, "maximum") ?? below;
    // Bounds that are only those of whole numbers as such say nothing of what is usual.
    const from = Math.max(low ?? usualLow, Math.min(usualLow, high ?? usualLow));
    const to = Math.min(high ?? Number.POSITIVE_INFINITY, Math.max(from + 1, usualHigh));
    const drawn = between(from, to, random);
    const rounded = Math.round(drawn * 10) / 10;
    if (rounded === above || rounded === below || Math.round(drawn) === above || Math.round(drawn) === below)
      return (from + to) / 2;
    return drawn;
  }

  function string(schema: JsonSchema): string {
    const formatted = FORMATS[typeof schema["format"] === "string" ? schema["format"] : ""];
    if (formatted !== undefined) return formatted;
    const least = numberOf(schema, "minLength") ?? 0;
    const most = numberOf(schema, "maxLength") ?? Number.POSITIVE_INFINITY;
    const phrase = pick(stock.phrases, random);
    const long = phrase.length < least ? `${phrase} `.repeat(Math.ceil(least / (phrase.length + 1)) + 1) : phrase;
    return long.slice(0, Math.max(least, Math.min(most, long.trimEnd().length)));
  }
}

/** Nothing that could be anybody's. */
const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-01-15",
  time: "09:30:00Z",
  "date-time": "2026-01-15T09:30:00Z",
  email: "simulated@example.com",
  uri: "https://example.com/simulated",
  uuid: "00000000-0000-4000-8000-000000000000",
};
