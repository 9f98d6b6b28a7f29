import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { byEndpoint, CHECKED, GPT_TOKENIZER, TIKTOKEN } from "./sources.ts";

const bpe = {
  exactness: "exact",
  engine: "bpe",
  version: GPT_TOKENIZER,
  checked: CHECKED,
  toMakeExact: undefined,
} as const;
const O200K = ["gpt-4o*", "gpt-4.1*", "gpt-4.5*", "o1*", "o3*", "o4-mini*", "gpt-5*", "gpt-oss-*"];

export const OPENAI: readonly TokenizerEntry[] = [
  {
    ...bpe,
    id: "o200k_base",
    title: "GPT-4o to GPT-5.6",
    titleKo: "GPT-4o~GPT-5.6",
    template: {
      overhead: 7,
      source: "OpenAI's counting guide: 3 for each message, 1 for its role, 3 for the cue to answer",
    },
    models: O200K.map((model) => `openai/${model}`),
    evidence: `${TIKTOKEN} maps these names to o200k_base; gpt-oss uses o200k_harmony, whose merges are the same on plain text`,
  },
  {
    ...bpe,
    id: "cl100k_base",
    title: "GPT-4 and GPT-3.5",
    titleKo: "GPT-4, GPT-3.5",
    models: ["openai/gpt-4", "openai/gpt-4-*", "openai/gpt-3.5*", "openai/text-embedding-3*"],
    evidence: `${TIKTOKEN} maps these names to cl100k_base`,
  },
  {
    ...bpe,
    id: "r50k_base",
    title: "GPT-3, 2020",
    titleKo: "GPT-3, 2020년",
    models: ["openai/davinci*", "openai/curie*", "openai/babbage*", "openai/ada*"],
    evidence: `${TIKTOKEN} maps these names to r50k_base`,
  },
  {
    id: "gpt-6",
    title: "GPT-6 and later",
    titleKo: "GPT-6 이상",
    exactness: "unknown",
    engine: undefined,
    version: "not published",
    models: ["openai/gpt-6*"],
    evidence: `no gpt-6 name in ${TIKTOKEN}: the tokenizer of these targets is not known`,
    checked: CHECKED,
    toMakeExact: byEndpoint("openai", "POST /v1/responses/input_tokens", false),
  },
];
