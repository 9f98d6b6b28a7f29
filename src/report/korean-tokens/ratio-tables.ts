import type { Measurement } from "../../domain/measurement.ts";
import { outsideDomain } from "../../domain/outside.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { withInterval } from "../cells.ts";
import { fixed, range, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { Facts } from "./facts.ts";
import type { Wording } from "./wording.ts";

/** Tokenizers in the first table; the first of the suite are those that matter most. */
const SHOWN = 5;

const ratio = (rows: Rows, tokenizer: string, domain: string): Measurement | undefined =>
  rows.find({ metric: "token_ratio", tokenizer, domain });

/** Ratio per domain and tokenizer beside outside checks, and where the rule of thumb stands against it. */
export function ratioBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const suffix = words.locale === "ko" ? ".ko" : "";
  const first = facts.tokenizers.slice(0, SHOWN);
  return [
    { kind: "heading", text: words.ratioHeading },
    { kind: "text", text: words.ratioIntro(spanSentence(rows, facts, words)) },
    ratioTable(first, rows, facts, words),
    ...(facts.outside.length === 0 ? [] : [{ kind: "text" as const, text: words.outside(facts.outside) }]),
    { kind: "chart", file: `charts/token-ratio${suffix}.svg`, alt: words.ratioAlt },
    { kind: "details", summary: words.perCharSummary, blocks: [perCharTable(rows, facts, words)] },
    ...(facts.tokenizers.length <= SHOWN
      ? []
      : [
          {
            kind: "details" as const,
            summary: words.allTokenizers(facts.tokenizers.length),
            blocks: [ratioTable(facts.tokenizers, rows, facts, words)],
          },
        ]),
  ];
}

function ratioTable(tokenizers: Facts["tokenizers"], rows: Rows, facts: Facts, words: Wording): Block {
  const cells = (domain: string): string[] => tokenizers.map(({ id }) => withInterval(ratio(rows, id, domain), 2));
  return byDomain(tokenizers, cells, rows, facts, words);
}

/** Tokens per Korean character: what a budget by characters needs. */
function perCharTable(rows: Rows, facts: Facts, words: Wording): Block {
  const cells = (domain: string): string[] =>
    facts.tokenizers.map(({ id }) =>
      withInterval(rows.find({ metric: "tokens_per_char", tokenizer: id, domain, lang: "ko" }), 2),
    );
  return byDomain(facts.tokenizers, cells, rows, facts, words);
}

/** A row for the whole, for each domain, and for each outside corpus. */
function byDomain(
  tokenizers: Facts["tokenizers"],
  cells: (domain: string) => string[],
  rows: Rows,
  facts: Facts,
  words: Wording,
): Block {
  return {
    kind: "table",
    columns: [
      ...columns(words, ["domain", "pairs", "documents"]),
      ...tokenizers.map((entry) => ({ title: words.tokenizer(entry), align: "right" as const })),
    ],
    rows: [
      ...[ALL_DOMAINS, ...facts.domains].map((domain) => {
        const size = rows.find({ metric: "pairs", domain });
        return [words.domain(domain), fixed(size?.n, 0), fixed(size?.clusters, 0), ...cells(domain)];
      }),
      ...facts.outside.map(({ name, title, title_ko, pairs }) => [
        words.locale === "ko" ? title_ko : title,
        fixed(pairs, 0),
        UNKNOWN,
        ...cells(outsideDomain(name)),
      ]),
    ],
  };
}

/** What the domains say of "1.5 to 2 times": the span that each of the first tokenizers really has. */
function spanSentence(rows: Rows, facts: Facts, words: Wording): string {
  const spans = facts.tokenizers.slice(0, SHOWN).flatMap(({ id }) => {
    const values = facts.domains.flatMap((domain) => ratio(rows, id, domain)?.value ?? []);
    return values.length === 0 ? [] : [`${id} ${range(fixed(Math.min(...values), 2), fixed(Math.max(...values), 2))}`];
  });
  return words.spans(spans);
}
