import type { JsonSchema } from "../../domain/question.ts";

/** A schema inside a schema, references followed. */
export type SchemaNode = {
  /** As in `$.items[].price`. */
  readonly path: string;
  readonly schema: JsonSchema;
  /** Objects and arrays that it is inside of, itself included if it is one. */
  readonly depth: number;
  /** Whether it is a reference to something that it is inside of; it is not followed then. */
  readonly recursive: boolean;
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const propertiesOf = ({ properties }: JsonSchema): Readonly<Record<string, unknown>> =>
  isRecord(properties) ? properties : {};

/** The types that a schema names; none where it names none. */
export const typesOf = ({ type }: JsonSchema): readonly unknown[] =>
  Array.isArray(type) ? (type as unknown[]) : type === undefined ? [] : [type];

/** The branches of a choice; none where there is no choice. */
export const branchesOf = (schema: JsonSchema): readonly unknown[] =>
  ["anyOf", "oneOf", "allOf"].flatMap((keyword) => {
    const list = schema[keyword];
    return Array.isArray(list) ? (list as unknown[]) : [];
  });

/** Every schema inside a schema, itself first, in the order in which they are written. */
export function nodesOf(root: JsonSchema): readonly SchemaNode[] {
  return of(root, "$", 0, ["#"]);

  function of(given: unknown, path: string, above: number, within: readonly string[]): SchemaNode[] {
    const schema = isRecord(given) ? given : {};
    const ref = schema["$ref"];
    if (typeof ref === "string") {
      const recursive = within.includes(ref);
      const own = { path, schema, depth: above, recursive };
      return recursive ? [own] : [own, ...of(resolved(ref, root), path, above, [...within, ref])];
    }
    const nests = typesOf(schema).some((type) => type === "object" || type === "array");
    const depth = above + (nests ? 1 : 0);
    const { items, prefixItems, additionalProperties } = schema;
    const inArray = [...(Array.isArray(prefixItems) ? (prefixItems as unknown[]) : []), items];
    return [
      { path, schema, depth, recursive: false },
      ...Object.entries(propertiesOf(schema)).flatMap(([name, part]) => of(part, `${path}.${name}`, depth, within)),
      ...inArray.filter(isRecord).flatMap((part) => of(part, `${path}[]`, depth, within)),
      ...(isRecord(additionalProperties) ? of(additionalProperties, `${path}.*`, depth, within) : []),
      ...branchesOf(schema).flatMap((branch) => of(branch, path, above, within)),
    ];
  }
}

/** What a reference into the root leads to, as `#/$defs/Item` does. */
const resolved = (ref: string, root: JsonSchema): unknown =>
  ref
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (place, step) => (isRecord(place) ? place[step.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined),
      root,
    );
