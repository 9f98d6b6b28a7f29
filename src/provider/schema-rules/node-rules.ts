import { branchesOf, isRecord, propertiesOf, type SchemaNode, typesOf } from "./node.ts";
import type { SchemaRules } from "./rules.ts";

export type NodeRule = SchemaRules["ofNode"][number];

const TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"];

const isObject = ({ schema }: SchemaNode): boolean => typesOf(schema).includes("object");

const requiredOf = ({ schema: { required } }: SchemaNode): readonly unknown[] =>
  Array.isArray(required) ? (required as unknown[]) : [];

/** What makes no sense to any vendor: a place without a type, a list of nobody knows what, a key that is not there. */
export const complete: NodeRule = (node) => {
  const { path, schema } = node;
  const names = Object.keys(propertiesOf(schema));
  const types = typesOf(schema);
  const typed =
    types.length > 0 ? types.every((type) => TYPES.includes(type as string)) : branchesOf(schema).length > 0;
  return [
    ...(typed || "$ref" in schema || "const" in schema ? [] : [`${path} has no type that JSON knows.`]),
    ...(types.includes("array") && !isRecord(schema["items"]) ? [`${path} does not say what it is a list of.`] : []),
    ...requiredOf(node)
      .filter((name) => !names.includes(name as string))
      .map((name) => `${path} requires ${String(name)}, which is not among its properties.`),
  ];
};

export const closed: NodeRule = (node, { demands }) =>
  !isObject(node) || node.schema["additionalProperties"] === false
    ? []
    : [`${node.path} has to set additionalProperties to false, ${demands}.`];

export const allRequired: NodeRule = (node, { demands }) =>
  Object.keys(propertiesOf(node.schema))
    .filter((name) => !requiredOf(node).includes(name))
    .map((name) => `${node.path}.${name} has to be required, ${demands}; make it nullable instead.`);

export const withProperties: NodeRule = (node, { refuses }) =>
  !isObject(node) || Object.keys(propertiesOf(node.schema)).length > 0
    ? []
    : [`${node.path} is an object without properties, ${refuses}.`];

/** Enums of the given types of values only; null may stand among them. */
export const enumsOf =
  (...types: readonly string[]): NodeRule =>
  ({ path, schema }, { refuses }) => {
    const values = schema["enum"];
    if (values === undefined) return [];
    const fit =
      Array.isArray(values) && values.length > 0 && values.every((one) => one === null || types.includes(typeof one));
    return fit ? [] : [`${path} has an enum that is not one of ${types.join("s or ")}s, ${refuses}.`];
  };

export const formats =
  (taken: readonly string[]): NodeRule =>
  ({ path, schema: { format } }, { refuses }) =>
    format === undefined || taken.includes(format as string)
      ? []
      : [`${path} uses the format ${JSON.stringify(format)}, ${refuses}.`];

export const notRecursive: NodeRule = ({ path, recursive }, { refuses }) =>
  recursive ? [`${path} contains itself, ${refuses}.`] : [];

/** A choice stands alone. */
export const choiceAlone: NodeRule = ({ path, schema }, { refuses }) => {
  const beside = Object.keys(schema).filter((keyword) => keyword !== "anyOf");
  return "anyOf" in schema && beside.length > 0 ? [`${path} has ${beside.join(", ")} beside anyOf, ${refuses}.`] : [];
};

/** Objects to choose from that begin with the same key have to tell each other apart by its values. */
export const firstKeys: NodeRule = ({ path, schema }, { refuses }) => {
  const firsts = branchesOf(schema)
    .filter(isRecord)
    .flatMap((branch) => Object.entries(propertiesOf(branch)).slice(0, 1));
  const same = firsts.filter(([name, part], i) =>
    firsts.some(([other, otherPart], k) => k !== i && name === other && !apart(part, otherPart)),
  );
  const names = [...new Set(same.map(([name]) => name))];
  return names.map((name) => `${path} has branches that all begin with any ${name}, ${refuses}.`);
};

function apart(one: unknown, other: unknown): boolean {
  const [left, right] = [literalsOf(one), literalsOf(other)];
  return left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value));
}

const literalsOf = (schema: unknown): readonly unknown[] =>
  !isRecord(schema)
    ? []
    : "const" in schema
      ? [schema["const"]]
      : Array.isArray(schema["enum"])
        ? (schema["enum"] as unknown[])
        : [];
