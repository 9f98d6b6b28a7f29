import type { FaultKind } from "../../domain/grade.ts";

/** Types of JSON values, as a schema calls them. */
export const JSON_TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** Our own words around a task, in one language. */
export type JsonWording = {
  /** That the answer is to be JSON of the schema that follows. */
  readonly demand: string;
  /** Where a tool is to be called: some models may not be made to call it. */
  readonly call: (tool: string) => string;
  /** Before the content. */
  readonly content: string;
  /** Before what is wrong with an answer. */
  readonly wrong: string;
  /** So many faults that are not told. */
  readonly more: (count: number) => string;
  /** That the answer is wanted once more. */
  readonly again: string;
  /** In place of a path: the value as a whole. */
  readonly whole: string;
  /** What is wrong with an answer as a text. */
  readonly ofText: Readonly<Record<TextFault, string>>;
  /** What is wrong with a place in it; after its path. */
  readonly ofPlace: Readonly<Record<Exclude<FaultKind, TextFault>, string>>;
  /** Instead of `wrong-type` where it is known what was wanted. */
  readonly type: (expected: readonly [JsonType, ...JsonType[]], got: JsonType | undefined) => string;
};

/** Faults of the answer as a text: they have no path. */
export type TextFault =
  | "refusal"
  | "filter"
  | "empty"
  | "truncated"
  | "trailing-comma"
  | "quotes"
  | "other-syntax"
  | "fence"
  | "prose"
  | "mojibake"
  | "lone-surrogate";
