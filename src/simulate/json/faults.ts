import type { JsonFault } from "../../domain/profile.ts";
import type { JsonSchema } from "../../domain/question.ts";
import { type Random, shuffled } from "../../measure/random.ts";
import { between } from "../draw.ts";
import type { Stock } from "../stock/stock.ts";
import { choices, isRecord, propertiesOf, requiredOf, resolved } from "./parts.ts";
import { isValid } from "./valid.ts";

/**
 * The text of a JSON answer with a fault of that class. Where the schema does not allow such a fault, as an enum's where it
 * has no enum, it is a fault of syntax instead.
 */
export function faulty(
  fault: JsonFault,
  value: unknown,
  schema: JsonSchema | undefined,
  stock: Stock,
  random: Random,
): string {
  const text = JSON.stringify(value);
  switch (fault) {
    case "fenced":
      return `\`\`\`json\n${text}\n\`\`\``;
    case "prose":
      return `${stock.around[0]}\n\n${text}\n\n${stock.around[1]}`;
    case "empty":
      return "";
    case "syntax":
      return withComma(text);
    case "truncated": {
      const characters = Array.from(text);
      // Whatever is left open makes it no JSON; a number or a word alone has nothing to leave open.
      const cut = characters.slice(0, Math.max(1, Math.floor(characters.length * between(0.3, 0.9, random)))).join("");
      return /^[[{"]/.test(text) ? cut : withComma(text);
    }
    case "missing-key":
    case "extra-key":
    case "wrong-type":
    case "wrong-value":
      return schema === undefined ? withComma(text) : (broken(fault, value, schema, stock, random) ?? withComma(text));
  }
}

/** A comma before the last bracket, or after all. */
const withComma = (text: string): string =>
  /[}\]]$/.test(text) ? `${text.slice(0, -1)},${text.slice(-1)}` : `${text},`;

/** The first change of that class, in random order, that the schema does not take; undefined where there is none. */
function broken(
  fault: Exclude<JsonFault, "fenced" | "prose" | "truncated" | "syntax" | "empty">,
  value: unknown,
  root: JsonSchema,
  stock: Stock,
  random: Random,
): string | undefined {
  const copy = JSON.parse(JSON.stringify(value)) as unknown;
  for (const place of shuffled(objectsIn(copy, root, root), random)) {
    for (const undo of changes(fault, place, root, stock, random)) {
      if (!isValid(copy, root, root)) return JSON.stringify(copy);
      undo();
    }
  }
  return undefined;
}

type Place = { readonly object: Record<string, unknown>; readonly schema: JsonSchema };

/** Every object inside a value with the schema it follows, itself included. */
function objectsIn(value: unknown, given: unknown, root: JsonSchema): Place[] {
  const found = resolved(given, root);
  const option = choices(found).find((one) => isValid(value, one, root));
  const schema = option === undefined ? found : resolved(option, root);
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, schema["items"], root));
  if (!isRecord(value)) return [];
  const properties = propertiesOf(schema);
  return [
    { object: value, schema },
    ...Object.entries(value).flatMap(([name, item]) => objectsIn(item, properties[name], root)),
  ];
}

/** Makes one change of the class after the other; each is undone before the next. */
function* changes(
  fault: "missing-key" | "extra-key" | "wrong-type" | "wrong-value",
  { object, schema }: Place,
  root: JsonSchema,
  stock: Stock,
  random: Random,
): Generator<() => unknown> {
  if (fault === "extra-key") {
    if (schema["additionalProperties"] !== false || stock.extraKey in object) return;
    object[stock.extraKey] = stock.around[1];
    yield () => Reflect.deleteProperty(object, stock.extraKey);
    return;
  }
  const names = fault === "missing-key" ? requiredOf(schema) : Object.keys(object);
  for (const name of shuffled(names, random)) {
    const before = object[name];
    const restore = (): void => void (object[name] = before);
    if (fault === "missing-key") {
      Reflect.deleteProperty(object, name);
      yield restore;
      continue;
    }
    for (const other of fault === "wrong-type" ? otherTypes(before) : otherValues(before, schema, name, root, stock)) {
      object[name] = other;
      yield restore;
    }
  }
}

/** The same as another type would say it, the likeliest mistake first. */
function otherTypes(value: unknown): readonly unknown[] {
  if (typeof value === "string") return [value.length, [value]];
  if (Array.isArray(value)) return [value.map((item) => JSON.stringify(item)).join(", "), { 0: value }];
  if (isRecord(value)) return [JSON.stringify(value), [value]];
  return [String(value), [value]];
}

/** A string that an enum or a constant of strings does not have. */
function otherValues(
  value: unknown,
  schema: JsonSchema,
  name: string,
  root: JsonSchema,
  { very }: Stock,
): readonly unknown[] {
  const property = resolved(propertiesOf(schema)[name], root);
  const options = [property, ...choices(property).map((option) => resolved(option, root))];
  const listed = options.some((option) => Array.isArray(option["enum"]) || "const" in option);
  if (!listed) return [];
  return typeof value === "string" ? [`${very} ${value}`] : typeof value === "number" ? [value + 1_000_003] : [];
}
