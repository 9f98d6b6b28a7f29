import { createHash } from "node:crypto";
import type { Trial } from "../domain/trial.ts";

/** Groups of three digits: a tokenizer of today makes one token of each, or three, and never a number that depends on the digits. */
const GROUPS = 5;

/**
 * A number of fifteen digits that stands for a trial, as in `512 904 118 077 263`. The chance that two of 50,000 are the
 * same is about one in a million.
 */
export function nonceOf(what: string): string {
  const hash = createHash("sha256").update(what).digest();
  const digits = (hash.readBigUInt64BE(0) % 10n ** BigInt(3 * GROUPS)).toString().padStart(3 * GROUPS, "0");
  return (digits.match(/\d{3}/g) ?? []).join(" ");
}

/**
 * The question with the number at its very beginning: vendors cache by the beginning of a prompt, so a system prompt has it
 * where there is one. The same characters stand before Korean and English.
 */
export function withNonce(question: Trial["question"], nonce: string): Trial["question"] {
  const begin = (text: string): string => `[${nonce}]\n${text}`;
  if (question.system !== undefined) return { ...question, system: begin(question.system) };
  const [first, ...rest] = question.messages;
  return first === undefined ? question : { ...question, messages: [{ ...first, text: begin(first.text) }, ...rest] };
}
