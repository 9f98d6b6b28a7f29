import type { PartTokens, Traffic } from "../../domain/scenario.ts";

/** One call of a conversation, in tokens. */
export type Call = {
  /** System prompt, history and the new question. */
  readonly prompt: number;
  readonly reply: number;
  /** The start of the prompt that the call before it has already sent; for the first call the system prompt. */
  readonly repeated: number;
};

/**
 * The calls of one conversation. With history resent, turn k carries system + (k − 1) × (user + reply) + user, so that a
 * conversation of T turns sends T·s + u·T(T+1)/2 + r·T(T−1)/2 tokens.
 */
export function callsOf(
  { system, user, reply }: PartTokens,
  { turns, history }: Omit<Traffic, "conversations">,
): Call[] {
  const before = history === "resent" ? user + reply : 0;
  return Array.from({ length: turns }, (_, k) => {
    const prompt = system + k * before + user;
    const last = system + (k - 1) * before + user;
    return { prompt, reply, repeated: k === 0 || history === "none" ? system : last };
  });
}

/** The month as the article counts it: the system prompt once for each conversation, and no history. */
export const printedVolume = (
  { system, user, reply }: PartTokens,
  { conversations, turns }: Traffic,
): { readonly input: number; readonly output: number } => ({
  input: (system + user * turns) * conversations,
  output: reply * turns * conversations,
});

/** The month as it is billed: every call with all that it carries. */
export function sentVolume(parts: PartTokens, traffic: Traffic): { readonly input: number; readonly output: number } {
  const calls = callsOf(parts, traffic);
  const total = (of: (call: Call) => number): number => calls.reduce((sum, call) => sum + of(call), 0);
  return {
    input: total(({ prompt }) => prompt) * traffic.conversations,
    output: total(({ reply }) => reply) * traffic.conversations,
  };
}
