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
  /** Where an answer of a trial was not valid and more is asked: that trial, and how, as in `again.2`: its second answer. */
  readonly follows?: { readonly trial: string; readonly as: string };
  /** What is asked, without the model. */
  readonly question: Omit<Question, "model">;
};

/** How long an attempt waited before it was made. None of it is latency. */
export type Waits = {
  /** Waited because the attempt before it failed, in ms. */
  readonly backoffMs?: number;
  /** Why so long: the vendor's own hint, or our back-off. */
  readonly backoffWhy?: "hint" | "back-off";
  /** From the moment it was due to the call, in ms: waiting for its place in the lane. */
  readonly queuedMs?: number;
};

/** An attempt of a trial that is due. */
export type Turn = Waits & {
  /** From 1. */
  readonly attempt: number;
};

/** Whether the id is of what follows a trial: `openai/gpt-4o order-01.prompt.ko 1 again.2`. */
export const isFollow = (id: string): boolean => id.split(" ").length > 3;
