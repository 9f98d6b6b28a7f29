import type { JsonSchema } from "../../domain/question.ts";

/** A value that is an object and no array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A schema without a reference: references lead into the root, as in `#/$defs/Item`. */
export function resolved(schema: unknown, root: JsonSchema): JsonSchema {
  let at = schema;
  for (let hops = 0; hops < 8 && isRecord(at) && typeof at["$ref"] === "string"; hops++) {
    const steps = at["$ref"].split("/").slice(1);
    at = steps.reduce<unknown>(
      (into, step) => (isRecord(into) ? into[step.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined),
      root,
    );
  }
  // `true`, and whatever is no schema, allows anything.
  return isRecord(at) ? at : {};
}

/** The schemas of which one has to hold; none where there is no such choice. */
export const choices = (schema: JsonSchema): readonly unknown[] =>
  [schema["anyOf"], schema["oneOf"]].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));

/** The types that a schema names; none where it names none. */
export const typesOf = ({ type }: JsonSchema): readonly unknown[] =>
  Array.isArray(type) ? (type as unknown[]) : type === undefined ? [] : [type];

export const propertiesOf = (schema: JsonSchema): Readonly<Record<string, unknown>> =>
  isRecord(schema["properties"]) ? schema["properties"] : {};

export const requiredOf = (schema: JsonSchema): readonly string[] =>
  Array.isArray(schema["required"]) ? schema["required"].filter((name) => typeof name === "string") : [];

export const numberOf = (schema: JsonSchema, name: string): number | undefined => {
  const found = schema[name];
  return typeof found === "number" ? found : undefined;
};
