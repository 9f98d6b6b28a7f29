import type { Answer } from "../answer.ts";
import type { CacheUse } from "../cache.ts";
import type { Verdict } from "../limits.ts";
import type { Problem } from "../problem.ts";
import type { Prompt } from "../prompt.ts";

/** Text of a stream and when it is sent. Between the opening and the closing frames, which carry what ends the answer. */
export type Frame = { readonly at: number; readonly part: "opening" | "output" | "closing"; readonly text: string };

/** Tokens of a prompt, and what of them the cache had or took. */
export type PromptTokens = CacheUse & { readonly all: number };

/** What a vendor has of its own over all its APIs. */
export type Vendor = {
  readonly requestIdHeader: string;
  readonly streamType: string;
  readonly jsonType: string;
  /** Headers about rate limits, where there are any. */
  readonly limitHeaders: (limits: Verdict, now: number) => Readonly<Record<string, string>>;
  readonly error: (
    problem: Problem,
    requestId: string,
  ) => { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown };
};

/** What of a request its answer depends on beside what is said in it. */
export type AskedOf = Pick<Prompt, "tellUsage" | "json">;

/** How an API says an answer: one file of this folder each. */
export type Wire = {
  readonly vendor: Vendor;
  readonly frames: (answer: Answer, prompt: PromptTokens, asked: AskedOf) => readonly Frame[];
  /** The body of an answer that comes whole. */
  readonly whole: (answer: Answer, prompt: PromptTokens, asked: AskedOf) => unknown;
  /** What a stream says when it fails in the middle. */
  readonly errorFrame: (answer: Answer) => string;
  /** The body of a count. */
  readonly counted: (tokens: number) => unknown;
};

/** When all simulated answers were made, in Unix seconds: the simulator has no clock. */
export const CREATED = 1_767_225_600;

/** A frame without a name. */
export const data = (payload: unknown): string => `data: ${JSON.stringify(payload)}\n\n`;

/** A frame with its type for a name. */
export const event = (payload: { readonly type: string; readonly [field: string]: unknown }): string =>
  `event: ${payload.type}\n${data(payload)}`;
