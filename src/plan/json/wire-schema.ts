import { z } from "zod";
import type { JsonSchema } from "../../domain/question.ts";
import { isRecord, withParts } from "./parts.ts";
import { strictly } from "./strict-schema.ts";

export type WireOptions = {
  /** Korean names of properties, by their names in the schema. Left out: the names of the schema. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Only what every vendor's strict mode takes; all else is said in descriptions. */
  readonly strict: boolean;
};

/**
 * The JSON Schema of a task as it is sent: as a person would write it into a prompt, or as strict modes take it. Keys stay
 * in the order of the schema, evidence before verdict: vendors write answers in that order.
 */
export function wireSchema(schema: z.ZodType, { names, strict }: WireOptions): JsonSchema {
  const before = made.get(schema) ?? new Map<string, JsonSchema>();
  made.set(schema, before);
  const key = JSON.stringify([strict, names]);
  const found = before.get(key);
  if (found !== undefined) return found;
  const written = asWritten(z.toJSONSchema(schema));
  const wire = strict ? strictly(written) : written;
  const named = names === undefined ? wire : withNames(wire, names);
  before.set(key, named);
  return named;
}

/** What was made of each schema: thousands of questions ask for the same few. */
const made = new WeakMap<z.ZodType, Map<string, JsonSchema>>();

/** Without what only a validator needs: the dialect, the bounds of whole numbers as such, a pattern beside a format. */
function asWritten({ $schema: _, type, description, ...given }: JsonSchema): JsonSchema {
  const { const: only, ...others } = given;
  const rest = Object.entries(others).filter(
    ([keyword, value]) => !isSafeBound(keyword, value) && !(keyword === "pattern" && "format" in given),
  );
  const all = {
    ...(type === undefined ? {} : { type }),
    ...(description === undefined ? {} : { description }),
    ...("const" in given ? { enum: [only] } : {}),
    ...Object.fromEntries(rest),
  };
  return withParts(all, asWritten);
}

const isSafeBound = (keyword: string, value: unknown): boolean =>
  (keyword === "minimum" && value === Number.MIN_SAFE_INTEGER) ||
  (keyword === "maximum" && value === Number.MAX_SAFE_INTEGER);

/** Values of enums stay as they are: the same answers are right under either names. */
function withNames(schema: JsonSchema, names: Readonly<Record<string, string>>): JsonSchema {
  const named = (name: string): string => (Object.hasOwn(names, name) ? (names[name] as string) : name);
  const { properties, required } = schema;
  return withParts(
    {
      ...schema,
      ...(isRecord(properties) && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [named(name), part])),
      }),
      ...(Array.isArray(required) && { required: (required as string[]).map(named) }),
    },
    (part) => withNames(part, names),
  );
}
