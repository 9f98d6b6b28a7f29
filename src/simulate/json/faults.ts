import type { JsonFault } from "../../domain/profile.ts";
import type { Shape } from "../../domain/question.ts";
import type { Random } from "../../measure/random.ts";
import { between } from "../draw.ts";
import type { Stock } from "../stock/stock.ts";
import { broken } from "./broken.ts";
import type { Made } from "./known.ts";
import { happens } from "./modes.ts";
import { isRecord } from "./parts.ts";

/**
 * The text of a JSON answer with a fault of that class. Where the schema or the value does not allow such a fault, as an
 * enum's where it has no enum, it is a fault of syntax instead; and well formed where the API rules that out.
 */
export function faulty(fault: JsonFault, made: Made, mode: Shape["mode"], stock: Stock, random: Random): string {
  const text = JSON.stringify(made.value);
  const instead = (): string => (happens("syntax", mode) ? withComma(text) : text);
  switch (fault) {
    case "fenced":
      return `\`\`\`json\n${text}\n\`\`\``;
    case "prose":
      return `${stock.around[0]}\n\n${text}\n\n${stock.around[1]}`;
    case "empty":
      return "";
    case "syntax":
      return withComma(text);
    case "quotes": {
      const quoted = inSingleQuotes(made.value);
      return quoted === text ? instead() : quoted;
    }
    case "truncated":
      return cutOff(text, random) ?? instead();
    case "duplicate-key":
      return withKeyTwice(made.value, text);
    default:
      return broken(fault, made, mode, stock, random) ?? instead();
  }
}

/** A comma before the last bracket, or after all. */
const withComma = (text: string): string =>
  /[}\]]$/.test(text) ? `${text.slice(0, -1)},${text.slice(-1)}` : `${text},`;

/** Whatever is left open makes it no JSON; a number or a word alone has nothing to leave open. */
function cutOff(text: string, random: Random): string | undefined {
  const characters = Array.from(text);
  const cut = Math.max(1, Math.floor(characters.length * between(0.3, 0.9, random)));
  return /^[[{"]/.test(text) ? characters.slice(0, cut).join("") : undefined;
}

/** As Python prints it: in single quotation marks, but for texts that have one themselves. */
function inSingleQuotes(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inSingleQuotes).join(", ")}]`;
  if (isRecord(value))
    return `{${Object.entries(value)
      .map(([key, inside]) => `${inSingleQuotes(key)}: ${inSingleQuotes(inside)}`)
      .join(", ")}}`;
  const text = JSON.stringify(value);
  if (typeof value !== "string" || value.includes("'")) return text;
  return `'${text.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** The first field once more at the end, which changes nothing of the value. Only an object has fields. */
function withKeyTwice(value: unknown, text: string): string {
  const first = isRecord(value) ? Object.entries(value)[0] : undefined;
  return first === undefined ? text : `${text.slice(0, -1)},${JSON.stringify(first[0])}:${JSON.stringify(first[1])}}`;
}
