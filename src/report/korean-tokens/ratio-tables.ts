import { outsideDomain } from "../../domain/outside.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { fixed, range, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { two, withInterval } from "./cells.ts";
import { columns } from "./columns.ts";
import type { Facts } from "./facts.ts";
import type { Wording } from "./wording.ts";

const ratio = (rows: Rows, tokenizer: string, domain: string): ReturnType<Rows["find"]> =>
  rows.find({ metric: "token_ratio", tokenizer, domain });

/** Ratio per domain and tokenizer, and where the article's rule stands against it. */
export function ratioBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const suffix = words.locale === "ko" ? ".ko" : "";
  return [
    { kind: "heading", text: words.ratioHeading },
    { kind: "text", text: words.ratioIntro(ruleSentence(rows, facts, words)) },
    {
      kind: "table",
      columns: [
        ...columns(words, ["domain", "pairs", "documents"]),
        ...facts.tokenizers.map((entry) => ({ title: words.tokenizer(entry), align: "right" as const })),
      ],
      rows: [
        ...[ALL_DOMAINS, ...facts.domains].map((domain) => {
          const size = rows.find({ metric: "pairs", domain });
          const ratios = facts.tokenizers.map(({ id }) => withInterval(ratio(rows, id, domain), 2));
          return [words.domain(domain), fixed(size?.n, 0), fixed(size?.clusters, 0), ...ratios];
        }),
        ...facts.outside.map((corpus) => {
          const ratios = facts.tokenizers.map(({ id }) => withInterval(ratio(rows, id, outsideDomain(corpus.name)), 2));
          return [words.locale === "ko" ? corpus.title_ko : corpus.title, fixed(corpus.pairs, 0), UNKNOWN, ...ratios];
        }),
      ],
    },
    ...facts.outside.map((corpus) => ({
      kind: "text" as const,
      text: words.outside(corpus, perChar(rows, facts, corpus.name)),
    })),
    { kind: "chart", file: `charts/token-ratio${suffix}.svg`, alt: words.ratioAlt },
  ];
}

/** Tokens per Korean character here and in an outside corpus: what the bill follows. */
function perChar(rows: Rows, facts: Facts, corpus: string): { tokenizer: string; here: string; there: string }[] {
  return facts.tokenizers.flatMap(({ id }) => {
    const of = (domain: string): number | undefined =>
      rows.find({ metric: "tokens_per_char", tokenizer: id, domain, lang: "ko" })?.value;
    const there = of(outsideDomain(corpus));
    return there === undefined ? [] : [{ tokenizer: id, here: two(of(ALL_DOMAINS)), there: two(there) }];
  });
}

/** What the domains say of the article's "1.5 to 2 times": the span that each tokenizer really has. */
function ruleSentence(rows: Rows, facts: Facts, words: Wording): string {
  const spans = facts.tokenizers.flatMap(({ id }) => {
    const values = facts.domains.flatMap((domain) => ratio(rows, id, domain)?.value ?? []);
    return values.length === 0 ? [] : [`${id} ${range(fixed(Math.min(...values), 2), fixed(Math.max(...values), 2))}`];
  });
  return words.spans(spans);
}

/** Characters, bytes and tokens: the reasons behind the ratio. */
export function detailBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const figure = (
    metric: "tokens_per_char" | "tokens_per_eojeol" | "tokens_per_word",
    tokenizer: string,
    lang: "ko" | "en",
  ): string => two(rows.find({ metric, tokenizer, domain: ALL_DOMAINS, lang })?.value);
  const spread = (tokenizer: string, condition: string): string =>
    two(rows.find({ metric: "pair_token_ratio", tokenizer, domain: ALL_DOMAINS, condition })?.value);
  const bytes = (lang: "ko" | "en"): string =>
    two(rows.find({ metric: "bytes_per_char", domain: ALL_DOMAINS, lang })?.value);
  return [
    { kind: "heading", text: words.detailHeading },
    { kind: "text", text: `${words.detailIntro} ${words.bytes(bytes("ko"), bytes("en"))}` },
    {
      kind: "table",
      columns: columns(words, ["tokenizer", "ratio", "spread", "tokensPerChar", "perEnChar", "perEojeol", "perWord"]),
      rows: facts.tokenizers.map(({ id, ...entry }) => [
        words.tokenizer({ id, ...entry }),
        withInterval(ratio(rows, id, ALL_DOMAINS), 2),
        range(spread(id, "p10"), spread(id, "p90")),
        figure("tokens_per_char", id, "ko"),
        figure("tokens_per_char", id, "en"),
        figure("tokens_per_eojeol", id, "ko"),
        figure("tokens_per_word", id, "en"),
      ]),
    },
  ];
}
