import type { Random } from "../measure/random.ts";
import { between } from "./draw.ts";
import type { AskedJson } from "./json/asked.ts";
import { type AboutJson, jsonText } from "./json/text.ts";
import type { Stock } from "./stock/stock.ts";
import { beginning, type Count, prose } from "./text.ts";

/** What the text of an answer depends on. */
type Asked = {
  readonly json: AskedJson | undefined;
  readonly about: Omit<AboutJson, "stock">;
  readonly stock: Stock;
  readonly ending: "length" | "refusal" | "filter" | undefined;
  /** Tokens that it would have of its own accord. */
  readonly wanted: number;
  /** Tokens that it may have. */
  readonly room: number;
};

/** So much more than there is room for is written at most: it is cut off anyway. */
const OVERHANG = 64;

/** The whole text of an answer, JSON or prose; one that is to be broken off by the model is its beginning only. */
export function answerText({ json, about, stock, ending, wanted, room }: Asked, count: Count, random: Random): string {
  if (ending === "refusal") return stock.refusal;
  const text =
    json === undefined
      ? prose(stock, Math.min(wanted, Math.max(0, room) + OVERHANG), count, random)
      : jsonText(json, { ...about, stock }, random);
  if (ending === undefined) return text;
  return beginning(text, Math.ceil(count(text) * between(0.3, 0.9, random)), count);
}
