import type { Check } from "../../domain/claim.ts";
import type { Metric } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { utf8Bytes } from "../../measure/text.ts";
import type { TokenFigure } from "../../measure/tokens.ts";
import type { Measured } from "../../measure/verdict.ts";
import type { ClaimFigures } from "./measure.ts";

/** What a claim about text is measured at with one tokenizer; undefined for claims of another kind. */
export function measureText(
  check: Check,
  tokenizer: string | undefined,
  { figures, tokensOf, tokenizers }: Pick<ClaimFigures, "figures" | "tokensOf" | "tokenizers">,
): Measured | undefined {
  const find = (metric: Metric, by: string | undefined, domain: string, lang: string): TokenFigure | undefined =>
    figures.find((f) => f.metric === metric && f.tokenizer === by && f.domain === domain && f.lang === lang);
  const point = (value: number | undefined): Measured | undefined =>
    value === undefined || Number.isNaN(value) ? undefined : { of: tokenizer, value, low: undefined, high: undefined };
  const figure = (found: TokenFigure | undefined, factor = 1): Measured | undefined =>
    found && {
      of: tokenizer,
      value: found.value * factor,
      low: found.interval && found.interval.low * factor,
      high: found.interval && found.interval.high * factor,
    };
  const perChar = (by: string | undefined, domain = ALL_DOMAINS): number =>
    find("tokens_per_char", by, domain, "ko")?.value ?? Number.NaN;
  const text = (printed: string): number =>
    tokenizer === undefined ? Number.NaN : (tokensOf(printed, tokenizer) ?? Number.NaN);
  switch (check.kind) {
    case "text_tokens":
      return point(text(check.text));
    case "text_bytes":
      return point(utf8Bytes(check.text));
    case "text_saving":
      return point((1 - text(check.after) / text(check.before)) * 100);
    case "ratio":
      return figure(find("token_ratio", tokenizer, check.domain, "ko-en"));
    case "tokens_of_chars": {
      if (check.lang === "ko") return figure(find("tokens_per_char", tokenizer, check.domain, "ko"), check.chars);
      const ratio = find("token_ratio", tokenizer, check.domain, "ko-en")?.value ?? Number.NaN;
      return point((perChar(tokenizer, check.domain) * check.chars) / ratio);
    }
    case "tokens_per_char":
      return figure(find("tokens_per_char", tokenizer, ALL_DOMAINS, "ko"));
    case "tokens_per_word":
      return figure(find("tokens_per_word", tokenizer, ALL_DOMAINS, "en"));
    case "bytes_ratio": {
      const bytes = (lang: "ko" | "en"): number =>
        (find("bytes_per_char", undefined, ALL_DOMAINS, lang)?.value ?? Number.NaN) *
        (find("chars", undefined, ALL_DOMAINS, lang)?.value ?? Number.NaN);
      return point(bytes("ko") / bytes("en"));
    }
    case "against_least":
      return point(perChar(check.tokenizer) / Math.min(...tokenizers.map(({ entry }) => perChar(entry.id))));
    case "against":
      return point(perChar(check.tokenizer) / perChar(check.other));
    default:
      return undefined;
  }
}
