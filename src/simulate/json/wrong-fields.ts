import { type Random, shuffled } from "../../measure/random.ts";
import type { Stock } from "../stock/stock.ts";
import { laterDate } from "./date-words.ts";
import { instance } from "./instance.ts";
import type { Made } from "./known.ts";
import { isRecord } from "./parts.ts";
import { type Place, placesIn } from "./places.ts";
import { isValid } from "./valid.ts";

/** Other values that are tried for a field. */
const TRIES = 3;

/**
 * A known answer with about that share of its fields wrong: another value of the same kind, or one where there was none.
 * The answer stays one that its schema and its task take; a field that they leave no other value for stays right.
 */
export function withWrongFields(
  { value, schema = {}, takes }: Made,
  share: number,
  stock: Stock,
  random: Random,
): unknown {
  if (share === 0) return value;
  const copy = structuredClone(value);
  for (const place of placesIn(copy, schema)) {
    const { holder, key } = place;
    const before = holder[key];
    if (Array.isArray(before) || isRecord(before) || random() >= share) continue;
    for (const other of otherValues(before, place, stock, random).slice(0, TRIES)) {
      holder[key] = other;
      if (isValid(copy, schema, schema) && takes?.(copy) !== false) break;
      holder[key] = before;
    }
  }
  return copy;
}

function otherValues(value: unknown, { options }: Place, stock: Stock, random: Random): readonly unknown[] {
  const listed = options.flatMap((option) => (Array.isArray(option["enum"]) ? (option["enum"] as unknown[]) : []));
  if (listed.length > 0) return shuffled(listed, random).filter((one) => one !== value && one !== null);
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") {
    const step = Number.isInteger(value) ? 1 : 0.5;
    return shuffled([value + step, value - step, value + 10 * step], random);
  }
  if (typeof value === "string") {
    const later = laterDate(value);
    return later === undefined ? shuffled(stock.phrases, random).filter((phrase) => phrase !== value) : [later];
  }
  return options
    .filter((option) => option["type"] !== "null" && ("type" in option || "const" in option))
    .map((option) => instance({ ...option, ...withoutNull(option) }, stock, random));
}

const withoutNull = ({ type }: Readonly<Record<string, unknown>>): object =>
  Array.isArray(type) ? { type: type.filter((one) => one !== "null") } : {};
