import type { FinishReason } from "../domain/finish.ts";
import type { Seen } from "./seen.ts";

/** How an attempt without failure ended; `empty`: it is said to be complete and holds no visible text. */
export type Ending = FinishReason | "empty";

/** Undefined for an attempt that failed. */
export function endingOf(attempt: Seen): Ending | undefined {
  if (attempt["tokenwon.failure"] !== undefined) return undefined;
  const finish = attempt["tokenwon.finish"] ?? "other";
  return finish === "complete" && !hasText(attempt) ? "empty" : finish;
}

/** True for an answer that a person can read, whole or not: it did not fail, and there is visible text. */
export const answered = (attempt: Seen): boolean => attempt["tokenwon.failure"] === undefined && hasText(attempt);

/** True where there is visible text. */
export const hasText = (attempt: Seen): boolean => attempt["tokenwon.text"].trim() !== "";
