import type { JsonSchema } from "../../domain/question.ts";
import { isRecord, withParts } from "./parts.ts";
import { IN_WORDS, inWords } from "./schema-words.ts";

/**
 * A schema with what every vendor's strict mode takes and nothing else: bounds, patterns and formats are said in
 * descriptions, a choice is `anyOf`, every object is closed and requires all of its keys. It lets through all that the
 * schema does, and more.
 */
export function strictly(schema: JsonSchema): JsonSchema {
  return withParts(oneChoice(closed(described(schema))), strictly);
}

function described({ type, description, ...schema }: JsonSchema): JsonSchema {
  const words = inWords(schema);
  const own = typeof description === "string" ? [words.length === 0 ? description : sentence(description)] : [];
  const text = [...own, ...words].join(" ");
  return {
    ...(type === undefined ? {} : { type }),
    ...(text === "" ? {} : { description: text }),
    ...Object.fromEntries(Object.entries(schema).filter(([keyword]) => !IN_WORDS.has(keyword))),
  };
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A record, whose keys nobody knows, stays one: closed it would allow nothing but an empty object. */
function closed(schema: JsonSchema): JsonSchema {
  const { type, properties } = schema;
  if (type !== "object" || !isRecord(properties)) return schema;
  return { ...schema, required: Object.keys(properties), additionalProperties: false };
}

/**
 * A choice as `anyOf` with nothing beside it, which is how Google takes one: its description moves into its first branch,
 * which is the one that is not null.
 */
function oneChoice(schema: JsonSchema): JsonSchema {
  const { anyOf, oneOf, type, description, ...rest } = schema;
  const given =
    anyOf ?? oneOf ?? (Array.isArray(type) ? (type as unknown[]).map((one) => ofType(one, rest)) : undefined);
  if (!Array.isArray(given)) return schema;
  const branches = given as readonly JsonSchema[];
  const first = branches.find((branch) => branch["type"] !== "null");
  return {
    anyOf: branches.map((branch) => (branch === first ? withDescription(branch, description) : branch)),
    ...(Array.isArray(type) ? {} : rest),
  };
}

/** What stood beside a list of types belongs to each of them, but for null. */
const ofType = (type: unknown, rest: JsonSchema): JsonSchema => (type === "null" ? { type } : { type, ...rest });

function withDescription(branch: JsonSchema, description: unknown): JsonSchema {
  if (typeof description !== "string") return branch;
  const { type, description: own, ...rest } = branch;
  return {
    ...(type === undefined ? {} : { type }),
    description: typeof own === "string" ? `${sentence(description)} ${own}` : description,
    ...rest,
  };
}
