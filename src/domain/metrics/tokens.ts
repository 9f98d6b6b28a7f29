import type { MetricTable } from "./table.ts";

/** Of texts and their tokens. */
export const TOKEN_METRICS = {
  pairs: { unit: "pairs", formula: "count of pairs" },
  chars: { unit: "chars", formula: "Σ code points of the NFC text, spaces included" },
  bytes_per_char: { unit: "bytes/char", formula: "Σ UTF-8 bytes ÷ Σ characters" },
  tokens: { unit: "tokens", formula: "Σ tokens of the plain text, no template" },
  token_ratio: { unit: "ratio", formula: "Σ Korean tokens ÷ Σ English tokens on the same pairs" },
  pair_token_ratio: { unit: "ratio", formula: "quantile (type 7) over pairs of Korean tokens ÷ English tokens" },
  tokens_per_char: { unit: "tokens/char", formula: "Σ tokens ÷ Σ characters" },
  tokens_per_eojeol: { unit: "tokens/eojeol", formula: "Σ Korean tokens ÷ Σ 어절 (runs without white space)" },
  tokens_per_word: { unit: "tokens/word", formula: "Σ English tokens ÷ Σ words (runs without white space)" },
  form_effect: {
    unit: "ratio",
    formula:
      "Σ tokens of Korean texts in another form (as given, or nfd, nbsp, fullwidth) ÷ Σ tokens in NFC with plain spaces",
  },
  template_overhead: {
    unit: "tokens",
    formula: "tokens of one user message in its chat template, with the cue to answer − tokens of the message",
  },
  text_saving: { unit: "%", formula: "(1 − tokens of the text after ÷ tokens of the text before) × 100" },
  bytes_ratio: { unit: "ratio", formula: "Σ UTF-8 bytes of the Korean sides ÷ Σ UTF-8 bytes of the English sides" },
  bytes: { unit: "bytes", formula: "UTF-8 bytes of the text" },
  efficiency: {
    unit: "ratio",
    formula: "tokens per Korean character ÷ those of another tokenizer, or the least of all",
  },
  wording_effect: {
    unit: "ratio",
    formula: "Σ tokens in all-Korean wording ÷ Σ tokens with English terms, on the same texts",
  },
} as const satisfies MetricTable;
