import { z } from "zod";

/** How a text had to be read before it was JSON: as it is, without a fence around it, or by taking the first value in it. */
export const READINGS = ["raw", "fence", "extracted"] as const;
export type Reading = (typeof READINGS)[number];

/** What can be wrong with an answer. Several may be at once. */
export const FAULTS = [
  /** The vendor says that the model refused. */
  "refusal",
  /** The vendor says that a filter stopped it. */
  "filter",
  /** Nothing but white space; also where a vendor withholds a tool call that it cannot read. */
  "empty",
  /** Cut off: by the limit of its length, or with a value that is never closed. */
  "truncated",
  /** A comma before a closing bracket. */
  "trailing-comma",
  /** Single or typographic quotation marks where JSON has double ones. */
  "quotes",
  /** Any other reason why it is no JSON: a bare key, a comment, a line break within a text. */
  "other-syntax",
  /** A Markdown fence. */
  "fence",
  /** Words around the value, or instead of it. */
  "prose",
  "missing-field",
  "extra-field",
  "wrong-type",
  /** A value of an enum, in the other language. */
  "translated-value",
  /** A value that its enum does not have. */
  "wrong-value",
  /** A number in words where a number was wanted: `삼만 원`, `thirty thousand`. */
  "number-words",
  /** A date or a time that is not written as it was asked for. */
  "date-format",
  /** A value of the right type that another rule of the schema refuses: its range, its pattern, its count, a sum. */
  "constraint",
  /** A key that stands twice; the last of them counts. */
  "duplicate-key",
  /** Korean that was read in a wrong encoding, or a sign in place of one that could not be read. */
  "mojibake",
  /** Half of a pair of surrogates. */
  "lone-surrogate",
] as const;
export type FaultKind = (typeof FAULTS)[number];

const Fault = z.strictObject({ kind: z.enum(FAULTS), path: z.string().optional() });
/** What is wrong, and where in the value. */
export type Fault = z.infer<typeof Fault>;

const Outcome = z.enum(["passed", "failed", "skipped"]);

/** How many fields of an answer are right; a list compared as a set may be right in part. */
export const Fields = z.strictObject({
  right: z.number().nonnegative(),
  all: z.int().nonnegative(),
  wrong: z.array(z.string()),
});
export type Fields = z.infer<typeof Fields>;

/** How an answer did, step by step. It can stand in a line of a log. */
export const Grade = z.strictObject({
  /** The first reading that gave a value; left out where none did. */
  reading: z.enum(READINGS).optional(),
  /** At first try: JSON as it is, and as the schema has it. */
  valid: z.boolean(),
  /** As the schema has it, but only after a fence or words around it were taken off. Never valid too. */
  repaired: z.boolean(),
  steps: z.strictObject({ raw: Outcome, fence: Outcome, extracted: Outcome, schema: Outcome, fields: Outcome }),
  /** In the order of the ladder. A valid answer may have some too: a key that stands twice, broken letters. */
  faults: z.array(Fault),
  /** The one that decided that it is not valid. */
  decided: z.enum(FAULTS).optional(),
  /** Of a value that was found, whether it is valid or not. */
  fields: Fields.optional(),
});
export type Grade = z.infer<typeof Grade>;
