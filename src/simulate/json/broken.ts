import type { JsonFault } from "../../domain/profile.ts";
import type { JsonSchema, Shape } from "../../domain/question.ts";
import { type Random, shuffled } from "../../measure/random.ts";
import type { Stock } from "../stock/stock.ts";
import { dateWords } from "./date-words.ts";
import type { Made } from "./known.ts";
import { isStrict } from "./modes.ts";
import { numberWords } from "./number-words.ts";
import { requiredOf } from "./parts.ts";
import { objectsIn, type Place, placesIn } from "./places.ts";
import { isValid } from "./valid.ts";

/** Faults of JSON that is well formed and not as its schema has it. */
type SchemaFault = Exclude<
  JsonFault,
  "fenced" | "prose" | "truncated" | "syntax" | "quotes" | "duplicate-key" | "empty"
>;

/** The first change of that class, in random order, that the schema does not take; undefined where there is none. */
export function broken(
  fault: SchemaFault,
  { value, schema, values, takes }: Made,
  mode: Shape["mode"],
  stock: Stock,
  random: Random,
): string | undefined {
  if (schema === undefined) return undefined;
  const copy = structuredClone(value);
  // How a date is written no JSON Schema can say that a strict mode takes: who knows the task knows more.
  const taken = (): boolean => (fault === "date-format" ? takes?.(copy) === true : isValid(copy, schema, schema));
  for (const undo of changes(fault, copy, schema, { values, known: takes !== undefined, mode }, stock, random)) {
    if (!taken()) return JSON.stringify(copy);
    undo();
  }
  return undefined;
}

type About = { readonly values: Made["values"]; readonly known: boolean; readonly mode: Shape["mode"] };

/** Makes one change of the class after the other; each is undone before the next. */
function* changes(
  fault: SchemaFault,
  copy: unknown,
  root: JsonSchema,
  about: About,
  stock: Stock,
  random: Random,
): Generator<() => void> {
  if (fault === "missing-key" || fault === "extra-key") {
    for (const { object, schema } of shuffled(objectsIn(copy, root), random)) {
      const before = { ...object };
      const restore = (): void => {
        for (const key of Object.keys(object)) Reflect.deleteProperty(object, key);
        Object.assign(object, before);
      };
      if (fault === "missing-key")
        for (const name of shuffled(requiredOf(schema), random)) {
          Reflect.deleteProperty(object, name);
          yield restore;
        }
      else if (schema["additionalProperties"] === false && !(stock.extraKey in object)) {
        object[stock.extraKey] = stock.around[1];
        yield restore;
      }
    }
    return;
  }
  for (const place of shuffled(placesIn(copy, root), random)) {
    const { holder, key } = place;
    const before = holder[key];
    for (const other of OTHERS[fault](before, place, about, stock)) {
      holder[key] = other;
      yield () => void (holder[key] = before);
    }
  }
}

type Others = (value: unknown, place: Place, about: About, stock: Stock) => readonly (string | number | object)[];

/** What may stand in a place instead of what does, the likeliest mistake first. */
const OTHERS: Readonly<Record<Exclude<SchemaFault, "missing-key" | "extra-key">, Others>> = {
  /** The same as another type would say it. */
  "wrong-type": (value) => {
    if (typeof value === "string") return [value.length, [value]];
    if (Array.isArray(value)) return [value.map((item) => JSON.stringify(item)).join(", "), { 0: value }];
    if (value === null) return [[value]];
    return [JSON.stringify(value), [value]];
  },
  "wrong-value": (value, { options }, _, { very }) => {
    if (!options.some((option) => Array.isArray(option["enum"]) || "const" in option)) return [];
    return typeof value === "string" ? [`${very} ${value}`] : typeof value === "number" ? [value + 1_000_003] : [];
  },
  "translated-value": (value, _, { values }) =>
    Object.entries(values).flatMap(([english, korean]) =>
      value === english ? [korean] : value === korean ? [english] : [],
    ),
  "number-words": (value, { options }, _, { lang }) => {
    const words = typeof value === "number" ? numberWords(value, lang) : undefined;
    if (words === undefined) return [];
    const won = options.some(({ description }) => typeof description === "string" && /\bwon\b|원/.test(description));
    return [won ? `${words} ${lang === "ko" ? "원" : "won"}` : words];
  },
  "date-format": (value, { options }, { known, mode }, { lang }) => {
    const words = typeof value === "string" ? dateWords(value, lang) : undefined;
    const said = options.some((option) => "format" in option || "pattern" in option);
    // A strict mode that takes the rule holds the answer to it.
    return words === undefined || (isStrict(mode) ? said : !said && !known) ? [] : [words];
  },
};
