import type { JsonSchema } from "../../domain/question.ts";
import type { Random } from "../../measure/random.ts";
import type { Stock } from "../stock/stock.ts";
import { instance } from "./instance.ts";
import type { KnownAnswer, Made } from "./known.ts";
import { isRecord } from "./parts.ts";
import { isValid } from "./valid.ts";
import { withWrongFields } from "./wrong-fields.ts";

/** The known answer, some fields of it wrong; else any value of the schema, or a small object without one. */
export function made(
  schema: JsonSchema | undefined,
  known: KnownAnswer | undefined,
  wrong: number,
  stock: Stock,
  random: Random,
): Made {
  const right = known && named(known, schema);
  if (right !== undefined) return { ...right, value: withWrongFields(right, wrong, stock, random) };
  const value = schema === undefined ? { [stock.extraKey]: stock.phrases[0] } : instance(schema, stock, random);
  return { value, schema, values: {}, takes: undefined };
}

/** A known answer by the names that the schema has, Korean ones too; undefined where the schema takes it by neither. */
function named({ value, values, names, takes }: KnownAnswer, schema: JsonSchema | undefined): Made | undefined {
  if (schema === undefined || isValid(value, schema, schema)) return { value, schema, values, takes };
  const korean = renamed(value, names);
  if (!isValid(korean, schema, schema)) return undefined;
  const back = Object.fromEntries(Object.entries(names).map(([english, other]) => [other, english]));
  return { value: korean, schema, values, takes: (given) => takes(renamed(given, back)) };
}

function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [names[key] ?? key, renamed(inside, names)]));
}
