import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { fromLenml } from "./lenml.ts";
import { CHECKED } from "./sources.ts";

/** Models that people run themselves, as `local/…`. */
const LLAMA = "Llama licence";

const NOT_ON_NPM = {
  exactness: "unknown",
  engine: undefined,
  version: "not on npm",
  evidence: "its vocabulary is public, but no package on npm carries it",
  checked: CHECKED,
  toMakeExact: {
    command: 'tokenwon count --mode live --target "local/…"',
    needs: "a local server that runs it; not in this version",
    needsKo: "모델을 돌리는 로컬 서버 필요, 이 버전에는 없음",
  },
} as const;

export const OPEN_WEIGHTS: readonly TokenizerEntry[] = [
  {
    ...fromLenml("llama3", "c05a3c2174e9edd5be19dc5a0748c42a9037bec2811ce062728bfd71f8702d78", 18, LLAMA),
    id: "llama3",
    title: "Llama 3, 3.1, 3.2",
    titleKo: "Llama 3, 3.1, 3.2",
    template: {
      text: "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n{}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
    },
    models: ["local/llama3*", "local/llama-3*"],
    evidence: "published with Llama 3: 128,000 entries and 256 special ones; 3.1 and 3.2 count plain text alike",
  },
  {
    ...fromLenml("qwen2_5", "c0382117ea329cdf097041132f6d735924b697924d6f6fc3945713e96ce87539", 15, "Apache-2.0"),
    id: "qwen2.5",
    title: "Qwen 2.5 and 3",
    titleKo: "Qwen 2.5, 3",
    template: {
      text: "<|im_start|>system\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>\n<|im_start|>user\n{}<|im_end|>\n<|im_start|>assistant\n",
    },
    models: ["local/qwen2.5*", "local/qwen3*", "local/qwen-2.5*", "local/qwen-3*"],
    evidence: "published with Qwen 2.5; FLORES-200 totals equal those published for Qwen by Petrov et al. 2023",
  },
  {
    ...fromLenml(
      "deepseek_v3",
      "621ac2e32d0dba658404412318818aaa8ce8cda492e59830109d8da6b517fb41",
      15,
      "DeepSeek licence",
    ),
    id: "deepseek-v3",
    title: "DeepSeek V3",
    titleKo: "DeepSeek V3",
    template: { text: "<｜begin▁of▁sentence｜><｜User｜>{}<｜Assistant｜>" },
    models: ["local/deepseek-v3*", "deepseek/deepseek-chat*"],
    evidence: "published with DeepSeek-V3: 128,000 entries",
  },
  {
    ...fromLenml("mistral_nemo", "e11c71726323d33da7b8d6f6f269f1988931c0a52b7122bcdd8c05042974e0db", 19, "Apache-2.0"),
    id: "mistral-nemo",
    title: "Mistral Nemo (Tekken)",
    titleKo: "Mistral Nemo (Tekken)",
    models: ["local/mistral-nemo*", "mistral/open-mistral-nemo*"],
    evidence: "published with Mistral Nemo: 131,072 entries",
  },
  {
    ...NOT_ON_NPM,
    id: "phi-3",
    title: "Phi-3",
    titleKo: "Phi-3",
    models: ["local/phi3*", "local/phi-3*"],
  },
  {
    ...NOT_ON_NPM,
    id: "mistral-7b",
    title: "Mistral 7B, Mixtral",
    titleKo: "Mistral 7B, Mixtral",
    models: ["local/mistral*", "local/mixtral*"],
  },
];
