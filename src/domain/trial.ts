import type { Question } from "./question.ts";

/** One repetition of a case on a target: a case is one side of a pair under one condition. */
export type Trial = {
  /** Stable and readable: `openai/gpt-4o refund.ko 1`. Unique within a suite. */
  readonly id: string;
  readonly suite: string;
  readonly target: string;
  /** As in `refund.ko`. */
  readonly case: string;
  readonly pair: string;
  readonly lang: "ko" | "en";
  /** From 1. */
  readonly repetition: number;
  /** What is asked, without the model. */
  readonly question: Omit<Question, "model">;
};
