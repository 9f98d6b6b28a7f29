import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { fromLenml } from "./lenml.ts";
import { byEndpoint, CHECKED, GOOGLE_SDK, VERTEX_SDK } from "./sources.ts";

const GEMMA_TERMS = "Gemma terms of use";

export const GOOGLE: readonly TokenizerEntry[] = [
  {
    ...fromLenml("gemma3", "4667f2089529e8e7657cfb6d1c19910ae71ff5f28aa7ab2ff2763330affad795", 41, GEMMA_TERMS),
    id: "gemma3",
    title: "Gemini 2.0, 2.5 and 3 preview; Gemma 3",
    titleKo: "Gemini 2.0, 2.5, 3 프리뷰, Gemma 3",
    template: { text: "<bos><start_of_turn>user\n{}<end_of_turn>\n<start_of_turn>model\n" },
    models: [
      "google/gemini-2*",
      "google/gemini-3-pro-preview*",
      "google/gemini-3-flash-preview*",
      "google/gemma-3*",
      "local/gemma3*",
      "local/gemma-3*",
    ],
    evidence: `${GOOGLE_SDK} maps these names to Gemma 3's tokenizer.model (sha256 1299c11d…); the Gemma 3 releases hold it beside exactly this tokenizer.json`,
  },
  {
    ...fromLenml("gemma2", "3f289bc05132635a8bc7aca7aa21255efd5e18f3710f43e3cdb96bcd41be4922", 36, GEMMA_TERMS),
    id: "gemma2",
    title: "Gemma 2",
    titleKo: "Gemma 2",
    models: ["google/gemma-2*", "local/gemma2*", "local/gemma-2*"],
    evidence: "published with Gemma 2: 256,000 entries",
  },
  {
    ...fromLenml("gemini", "7da53ca29fb16f6b2489482fc0bc6a394162cdab14d12764a1755ebc583fea79", 36, GEMMA_TERMS),
    id: "gemini-1",
    title: "Gemini 1.x",
    titleKo: "Gemini 1.x",
    models: ["google/gemini-1*"],
    evidence: `${VERTEX_SDK} maps gemini-1.0 and 1.5 names to the tokenizer.model of the first Gemma (sha256 61a7b147…), 256,000 entries; this file counts as Gemma 2's does on every committed text and on FLORES-200`,
  },
  {
    id: "gemini-3.1",
    title: "Gemini 3.1 and later",
    titleKo: "Gemini 3.1 이상",
    exactness: "unknown",
    engine: undefined,
    version: "not on npm",
    models: ["google/gemini-*"],
    evidence: `${GOOGLE_SDK} maps 3.1 and 3.5 names to Gemma 4; whether it splits text as Gemma 3 does is not known`,
    checked: CHECKED,
    toMakeExact: byEndpoint("google", "models.countTokens", true),
  },
];
