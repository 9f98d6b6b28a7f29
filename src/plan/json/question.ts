import type { Condition } from "../../domain/condition.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Task } from "../../domain/task.ts";
import type { Trial } from "../../domain/trial.ts";
import { wireSchema } from "./wire-schema.ts";
import { WORDINGS } from "./wordings.ts";

export type AskedTask = {
  readonly task: Pick<Task, "name" | "instruction" | "schema" | "names">;
  /** The content, and its language. */
  readonly text: string;
  readonly lang: Lang;
  readonly condition: Pick<Condition, "mode" | "instructions" | "fields">;
  readonly maxOutputTokens: number;
};

/** The language of all words that are not content. */
export const instructionLang = (lang: Lang, { instructions }: Pick<Condition, "instructions">): Lang =>
  instructions === "en" ? "en" : lang;

/**
 * A task over a content under a condition, as one message. The schema stands in it where the API does not carry it, before
 * the content: what questions of a task have in common comes first. It is not streamed: whether JSON is valid needs no
 * times, and recordings of whole answers are small.
 */
export function taskQuestion({ task, text, lang, condition, maxOutputTokens }: AskedTask): Trial["question"] {
  const { mode, fields } = condition;
  const instructed = instructionLang(lang, condition);
  const words = WORDINGS[instructed];
  const names = fields === "ko" ? task.names : undefined;
  const written = mode === "prompt" || mode === "json";
  const demand = written
    ? [`${words.demand}\n${JSON.stringify(wireSchema(task.schema, { names, strict: false }))}`]
    : mode === "tool"
      ? [words.call(functionName(task.name))]
      : [];
  return {
    messages: [
      {
        role: "user",
        text: [task.instruction[instructed], ...demand, `${words.content}\n"""\n${text}\n"""`].join("\n\n"),
      },
    ],
    maxOutputTokens,
    shape: { mode, name: functionName(task.name), schema: wireSchema(task.schema, { names, strict: true }) },
    stream: false,
  };
}

/** Letters, digits and underscores, as a vendor takes the name of a schema or of a tool. */
const functionName = (name: string): string => name.replaceAll("-", "_").slice(0, 64);
