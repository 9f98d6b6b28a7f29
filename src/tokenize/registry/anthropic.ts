import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { fromLenml } from "./lenml.ts";
import { byEndpoint, CHECKED } from "./sources.ts";

const CLAUDE_3 = [
  "claude-3*",
  "claude-opus-4-1*",
  "claude-opus-4-5*",
  "claude-opus-4-6*",
  "claude-sonnet-4*",
  "claude-haiku-4*",
];
const priv = { exactness: "unknown", engine: undefined, version: "private", checked: CHECKED } as const;
const endpoint = byEndpoint("anthropic", "POST /v1/messages/count_tokens", true);

export const ANTHROPIC: readonly TokenizerEntry[] = [
  {
    ...fromLenml("claude", "c241737df24b4e7f7c9af4fdcee29a0ca903dcb288a8b753bc346a3092911767", 6, "Apache-2.0"),
    id: "claude-2",
    title: "Claude 2 and earlier, for the record",
    titleKo: "Claude 2 이전, 참고용",
    models: ["anthropic/claude-2*", "anthropic/claude-1*", "anthropic/claude-instant*"],
    evidence:
      "the 65,000-entry vocabulary that Anthropic published as @anthropic-ai/tokenizer for Claude 2; its readme elsewhere claims Claude 3, which nothing supports",
  },
  {
    ...priv,
    id: "claude-3",
    title: "Claude 3 to 4.6",
    titleKo: "Claude 3~4.6",
    models: CLAUDE_3.map((model) => `anthropic/${model}`),
    evidence:
      "Anthropic publishes no tokenizer after Claude 2; @anthropic-ai/tokenizer is Claude 2's and is not used for these",
    toMakeExact: endpoint,
  },
  {
    ...priv,
    id: "claude-4.7",
    title: "Claude 4.7 and later",
    titleKo: "Claude 4.7 이상",
    models: ["anthropic/claude-*"],
    evidence:
      "Anthropic's token-counting page: Opus 4.7 and later use a newer tokenizer, about 30 % more tokens; not published",
    toMakeExact: endpoint,
  },
];
