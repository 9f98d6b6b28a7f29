import { propertiesOf, type SchemaNode, typesOf } from "./node.ts";
import type { SchemaRules } from "./rules.ts";

type WholeRule = SchemaRules["ofWhole"][number];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const enumOf = ({ schema }: SchemaNode): readonly unknown[] =>
  Array.isArray(schema["enum"]) ? (schema["enum"] as unknown[]) : [];

/** A rule of how much there may be of something in a whole schema. */
const most =
  (limit: number, what: string, count: (nodes: readonly SchemaNode[]) => number): WholeRule =>
  (nodes, { refuses }) => {
    const found = count(nodes);
    return found <= limit ? [] : [`$ has ${found} ${what}, ${refuses}: at most ${limit}.`];
  };

/** Levels are objects and arrays inside each other, the root included: the stricter way to count. */
export const mostLevels = (limit: number): WholeRule =>
  most(limit, "levels", (nodes) => Math.max(0, ...nodes.map(({ depth }) => depth)));

export const mostProperties = (limit: number): WholeRule =>
  most(limit, "properties", (nodes) => sum(nodes.map(({ schema }) => Object.keys(propertiesOf(schema)).length)));

export const mostValues = (limit: number): WholeRule =>
  most(limit, "values of enums", (nodes) => sum(nodes.map((node) => enumOf(node).length)));

/** Characters of the names of properties and of the values of enums. */
export const mostCharacters = (limit: number): WholeRule =>
  most(limit, "characters of names and values", (nodes) =>
    sum(
      nodes.flatMap((node) =>
        [...Object.keys(propertiesOf(node.schema)), ...enumOf(node)].map((one) => String(one).length),
      ),
    ),
  );

/** Places that may hold more than one type, null included. */
export const mostUnions = (limit: number): WholeRule =>
  most(
    limit,
    "places of more than one type",
    (nodes) => nodes.filter(({ schema }) => "anyOf" in schema || typesOf(schema).length > 1).length,
  );

export const mostOptional = (limit: number): WholeRule =>
  most(limit, "keys that are not required", (nodes) =>
    sum(
      nodes.map(({ schema: { required, ...schema } }) => {
        const names = Object.keys(propertiesOf(schema));
        return Array.isArray(required) ? names.filter((name) => !required.includes(name)).length : names.length;
      }),
    ),
  );

/** A long enum of strings: more than so many values may not have more than so many characters. */
export const longEnums =
  (values: number, characters: number): WholeRule =>
  (nodes, { refuses }) =>
    nodes
      .filter((node) => enumOf(node).length > values)
      .map((node) => ({ path: node.path, length: sum(enumOf(node).map((value) => String(value).length)) }))
      .filter(({ length }) => length > characters)
      .map(({ path, length }) => `${path} has a long enum of ${length} characters, ${refuses}: at most ${characters}.`);
