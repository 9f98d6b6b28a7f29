import { createHash } from "node:crypto";
import type { Profile } from "../domain/profile.ts";
import type { PromptMessage } from "./prompt.ts";

/** Tokens of a prompt that were in the cache, and those that are from now on. */
export type CacheUse = { readonly read: number; readonly written: number };

export type CountedMessage = PromptMessage & { readonly tokens: number };
export type PromptCache = (messages: readonly CountedMessage[], now: number) => CacheUse;

/** Prefixes that are kept: the one not used for longest goes first. */
const KEPT = 50_000;

/**
 * A prompt cache by whole messages: what is read is the longest beginning of the prompt that was sent within the lifetime.
 * Each use makes it live on. Without rules nothing is cached.
 */
export function promptCache(rules: Profile["cache"]): PromptCache {
  if (rules === undefined) return () => ({ read: 0, written: 0 });
  const { minimum_tokens: minimum, step_tokens: step, seconds } = rules;
  /** Last use by prefix; in the order of use, since time never goes back. */
  const used = new Map<string, number>();

  const countable = (tokens: number): number =>
    tokens < minimum ? 0 : minimum + Math.floor((tokens - minimum) / step) * step;

  const forget = (now: number): void => {
    for (const [prefix, at] of used) {
      if (used.size <= KEPT && now - at <= seconds * 1000) return;
      used.delete(prefix);
    }
  };

  return (messages, now) => {
    forget(now);
    let read = 0;
    let tokens = 0;
    let prefix = "";
    for (const message of messages) {
      prefix = hash(prefix, message);
      tokens += message.tokens;
      if (tokens < minimum) continue;
      if (used.delete(prefix)) read = countable(tokens);
      used.set(prefix, now);
    }
    return { read, written: countable(tokens) - read };
  };
}

const hash = (before: string, { role, text }: PromptMessage): string =>
  createHash("sha256").update(`${before} ${role} ${text}`).digest("hex").slice(0, 24);
