import type { Remedy } from "../../domain/tokenizer.ts";

/** Where the evidence of the registry was read, and when. */
export const CHECKED = "2026-11-24";
export const TIKTOKEN = "openai/tiktoken 0.14.0 (commit 4e71bbe, 2026-08-16), tiktoken/model.py";
export const GOOGLE_SDK = "googleapis/python-genai 2.19.0 (commit 6680718, 2026-08-21), _local_tokenizer_loader.py";
export const VERTEX_SDK = "googleapis/python-aiplatform (commit 517be75), vertexai/tokenization/_tokenizer_loading.py";
export const GPT_TOKENIZER = "gpt-tokenizer 4.0.0";
export const HF_TOKENIZERS = "@huggingface/tokenizers 0.2.0";

/** The command that installs what is too heavy to be a dependency. */
export const INSTALL = "npm run vocabularies";

/** What it takes to count a target whose tokenizer is private: its vendor's own endpoint, asked with a key. */
export const byEndpoint = (provider: string, endpoint: string, free: boolean): Remedy => ({
  command: `tokenwon count --mode live --committed --target "${provider}/…"`,
  needs: `${endpoint}${free ? ", free" : ""}; needs the provider's key`,
  needsKo: `${endpoint}${free ? ", 무료" : ""}, 제공사 API 키 필요`,
});
