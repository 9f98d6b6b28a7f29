import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { Instead } from "../../report/article-claims/facts.ts";
import type { ClaimFigures } from "./measure.ts";

/** What a reader can use instead of one rule for all: per tokenizer the factor, how far it varies, and tokens per character. */
export function insteadOf({ figures, outside, tokenizers }: ClaimFigures): Instead[] {
  return tokenizers.map(({ entry }) => {
    const ratios = figures.filter(({ metric, tokenizer }) => metric === "token_ratio" && tokenizer === entry.id);
    const whole = ratios.find(({ domain }) => domain === ALL_DOMAINS);
    const others = outside.flatMap(({ tokens }) => {
      const counts = tokens[entry.id];
      return counts === undefined ? [] : [counts.ko / counts.en];
    });
    const kinds = [...ratios.flatMap(({ domain, value }) => (domain === ALL_DOMAINS ? [] : [value])), ...others];
    const perChars = figures.filter(
      ({ metric, tokenizer, lang }) => metric === "tokens_per_char" && tokenizer === entry.id && lang === "ko",
    );
    const outsidePerChar = outside.flatMap(({ tokens, ko_chars }) => {
      const counts = tokens[entry.id];
      return counts === undefined ? [] : [counts.ko / ko_chars];
    });
    const everyPerChar = [...perChars.map(({ value }) => value), ...outsidePerChar];
    return {
      entry,
      ratio: whole,
      lowest: Math.min(...kinds),
      highest: Math.max(...kinds),
      perChar: perChars.find(({ domain }) => domain === ALL_DOMAINS),
      perCharLowest: Math.min(...everyPerChar),
      perCharHighest: Math.max(...everyPerChar),
    };
  });
}
