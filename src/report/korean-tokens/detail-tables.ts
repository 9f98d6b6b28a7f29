import { FORM_NAMES } from "../../domain/form.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { two, withInterval } from "../cells.ts";
import { fixed, range } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { Facts } from "./facts.ts";
import type { Wording } from "./wording.ts";

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
  const total = (lang: "ko" | "en"): number =>
    (rows.find({ metric: "bytes_per_char", domain: ALL_DOMAINS, lang })?.value ?? Number.NaN) *
    (rows.find({ metric: "chars", domain: ALL_DOMAINS, lang })?.value ?? Number.NaN);
  const sameContent = total("ko") / total("en");
  return [
    { kind: "heading", text: words.detailHeading },
    { kind: "text", text: `${words.detailIntro} ${words.bytes(bytes("ko"), bytes("en"), two(sameContent))}` },
    {
      kind: "table",
      columns: columns(words, ["tokenizer", "ratio", "spread", "tokensPerChar", "perEnChar", "perEojeol", "perWord"]),
      rows: facts.tokenizers.map((entry) => [
        words.tokenizer(entry),
        withInterval(rows.find({ metric: "token_ratio", tokenizer: entry.id, domain: ALL_DOMAINS }), 2),
        range(spread(entry.id, "p10"), spread(entry.id, "p90")),
        figure("tokens_per_char", entry.id, "ko"),
        figure("tokens_per_char", entry.id, "en"),
        figure("tokens_per_eojeol", entry.id, "ko"),
        figure("tokens_per_word", entry.id, "en"),
      ]),
    },
  ];
}

/** How much of the text was in another form, and what other forms cost. */
export function formBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const effect = (tokenizer: string, condition: string | undefined): number | undefined =>
    rows.find({ metric: "form_effect", tokenizer, condition })?.value;
  const effects = facts.tokenizers.flatMap(({ id }) => {
    const value = effect(id, undefined);
    return value === undefined ? [] : [{ tokenizer: id, factor: two(value) }];
  });
  const measured = facts.tokenizers.filter(({ id }) => effect(id, FORM_NAMES[0]) !== undefined);
  const sentence = words.form({ changed: facts.dataset.changedTexts, texts: facts.dataset.texts, effects });
  return [
    { kind: "heading", text: words.formHeading },
    { kind: "text", text: measured.length === 0 ? sentence : `${sentence} ${words.formsIntro}` },
    ...(measured.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [
              ...columns(words, ["tokenizer"]),
              ...FORM_NAMES.map((form) => ({ title: words.forms[form], align: "right" as const })),
            ],
            rows: measured.map((entry) => [
              words.tokenizer(entry),
              ...FORM_NAMES.map((form) => two(effect(entry.id, form))),
            ]),
          },
        ]),
    ...wordingBlocks(rows, facts, words),
  ];
}

/** English terms against Korean substitutes, on the first tokenizers. */
function wordingBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const found = facts.tokenizers.flatMap(({ id }) => rows.find({ metric: "wording_effect", tokenizer: id }) ?? []);
  const effects = found.slice(0, 3).map(({ tokenizer = "", value }) => ({ tokenizer, factor: two(value) }));
  const n = found[0]?.n;
  return n === undefined ? [] : [{ kind: "text", text: words.wording(fixed(n, 0), effects) }];
}

/** What chat templates add, apart from everything else. */
export function templateBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const found = facts.tokenizers.flatMap((entry) => {
    const row = rows.find({ metric: "template_overhead", tokenizer: entry.id });
    return row === undefined
      ? []
      : [
          [
            words.tokenizer(entry),
            fixed(row.value, 0),
            words.evidence[row.evidence === "exact" ? "exact" : "published"],
          ],
        ];
  });
  if (found.length === 0) return [];
  return [
    { kind: "heading", text: words.templateHeading },
    { kind: "text", text: words.templateIntro },
    { kind: "table", columns: columns(words, ["tokenizer", "overhead", "evidence"]), rows: found },
  ];
}
