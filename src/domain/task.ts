import { z } from "zod";

const Both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

/** How a field of an answer is compared with what is expected of it. */
export const COMPARISONS = [
  /** The same JSON value: identifiers, enums, booleans. */
  "exact",
  /** The same number; written as text it is read first: `38,000원`, `￦38,000`, `３８０００`. */
  "number",
  /** The same day, or day and time, as ISO 8601. */
  "date",
  /** The same words: NFC, runs of white space as one, no difference of full width. */
  "text",
  /** A list whose order says nothing: share found and share right (F1). */
  "set",
  /** In words of its own: there, and of its type; its content is not graded. */
  "free",
] as const;
export const Comparison = z.enum(COMPARISONS);
export type Comparison = z.infer<typeof Comparison>;

const LEVELS = ["flat", "nested", "union", "enum", "constraint"] as const;

export const Task = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, "a task name is lower-case words joined by -"),
  title: Both,
  /** What makes its schema hard. */
  level: z.enum(LEVELS),
  /** What is to be done with the content, without a word on JSON. */
  instruction: Both,
  schema: z.custom<z.ZodType>((value) => value instanceof z.ZodType, "the schema is a zod schema"),
  /** Korean names of every property, for the condition that has its fields in Korean. */
  names: z.record(z.string(), z.string().min(1)),
  /** Values of enums in the other language, to tell a translated one from a wrong one: English → Korean. */
  values: z.record(z.string(), z.string().min(1)).default({}),
  /** By path, as in `items[].price`. Left out: numbers as number, texts as text, all else exact, lists of objects item by item. */
  compare: z.record(z.string(), Comparison).default({}),
});
export type Task = z.infer<typeof Task>;

/** Declares a task; the default export of `evals/tasks/<name>.ts`. */
export function defineTask(task: z.input<typeof Task>): Task {
  return Task.parse(task);
}

const Side = z.strictObject({
  text: z.string().min(1),
  expected: z.custom<unknown>((value) => value !== undefined, "there is no expected answer"),
});

/** A line of `datasets/tasks/<name>.jsonl`: the same content in both languages, and what a right answer to each holds. */
export const TaskItem = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  ko: Side,
  en: Side,
  /** How far off a number may be, by path. */
  tolerance: z.record(z.string(), z.number().positive()).optional(),
});
export type TaskItem = z.infer<typeof TaskItem>;
