import { GptEncoding } from "gpt-tokenizer/GptEncoding";
import type { CountTokens } from "../../src/domain/tokenizer.ts";
import { loadCounter } from "../../src/tokenize/counter.ts";
import { ENCODINGS, type EncodingName, loadEncoding } from "../../src/tokenize/encoding.ts";
import { referenceCounter } from "../../src/tokenize/reference.ts";

/** gpt-tokenizer as it is published, with special-token text as plain text. */
async function gptTokenizer(name: EncodingName): Promise<CountTokens> {
  const { ranks } = await loadEncoding(name);
  const api = GptEncoding.getEncodingApi(name, () => ranks);
  return (text) => api.encode(text, { disallowedSpecial: new Set() }).length;
}

export type Engines = { readonly ours: CountTokens; readonly gpt: CountTokens; readonly tiktoken: CountTokens };

/** Ours and both libraries, by encoding. */
export async function loadEngines(): Promise<Map<EncodingName, Engines>> {
  const engines = new Map<EncodingName, Engines>();
  for (const name of ENCODINGS) {
    engines.set(name, {
      ours: await loadCounter(name),
      gpt: await gptTokenizer(name),
      tiktoken: referenceCounter(name),
    });
  }
  return engines;
}
