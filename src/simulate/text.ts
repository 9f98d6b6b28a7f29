import { type Random, shuffled } from "../measure/random.ts";
import type { Stock } from "./stock/stock.ts";

/** Tokens of a text by the tokenizer at hand. */
export type Count = (text: string) => number;

/** With so few tokens left a sentence of the short ones is taken. */
const LITTLE = 14;
const SENTENCES_A_PARAGRAPH = 5;

/** Sentences of about so many tokens together, after a mark that says what they are. At least one. */
export function prose(
  { mark, sentences, short }: Pick<Stock, "mark" | "sentences" | "short">,
  tokens: number,
  count: Count,
  random: Random,
): string {
  const order = shuffled(sentences, random);
  const shorter = shuffled(short, random);
  let text = mark;
  let have = count(mark);
  for (let taken = 0; taken <= tokens; taken++) {
    const gap = taken % SENTENCES_A_PARAGRAPH === 0 && taken > 0 ? "\n\n" : " ";
    const sentence = (tokens - have < LITTLE ? shorter[taken % shorter.length] : order[taken % order.length]) ?? "";
    const more = count(gap + sentence);
    // Whichever is nearer: with it or without it.
    if (taken > 0 && have + more / 2 > tokens) break;
    text += gap + sentence;
    have += more;
  }
  return text;
}

/** The longest beginning of a text that has no more than so many tokens. */
export function beginning(text: string, tokens: number, count: Count): string {
  if (tokens <= 0) return "";
  if (count(text) <= tokens) return text;
  const characters = Array.from(text);
  let [fits, over] = [0, characters.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (count(characters.slice(0, middle).join("")) <= tokens) fits = middle;
    else over = middle;
  }
  return characters.slice(0, fits).join("");
}

/** Part of a text, and how many tokens it stands for. */
export type Chunk = { readonly text: string; readonly tokens: number };

/** A text in even parts of about so many tokens each, none of them empty; together their tokens are `tokens`. */
export function chunks(text: string, tokens: number, perChunk: number): Chunk[] {
  const characters = Array.from(text);
  const parts = Math.min(Math.max(1, Math.ceil(tokens / perChunk)), characters.length);
  const share = (whole: number, part: number): number => Math.round((whole * part) / parts);
  return Array.from({ length: parts }, (_, part) => ({
    text: characters.slice(share(characters.length, part), share(characters.length, part + 1)).join(""),
    tokens: share(tokens, part + 1) - share(tokens, part),
  }));
}
