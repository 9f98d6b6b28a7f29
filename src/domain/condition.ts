import type { Lang } from "./prompt.ts";
import type { Shape } from "./question.ts";

/** Under what a task is asked: how JSON is asked for, in which language, and with which names of fields. */
export type Condition = {
  /** Part of the name of a case, and the column `condition` of its figures. */
  readonly name: string;
  readonly mode: Shape["mode"];
  /** The language of the instruction: that of the content, or English over any content. */
  readonly instructions: "content" | "en";
  readonly fields: Lang;
  /** Content that it is asked over. */
  readonly langs: readonly Lang[];
};

const crossed = (mode: Shape["mode"]): Condition => ({
  name: mode,
  mode,
  instructions: "content",
  fields: "en",
  langs: ["ko", "en"],
});

/** What every other condition differs from in one thing: it is taken by every model there is. */
export const BASE = crossed("prompt");

/** The four modes in both languages; beside them one thing at a time is changed against the base, over Korean content. */
export const CONDITIONS: readonly Condition[] = [
  BASE,
  crossed("json"),
  crossed("schema"),
  crossed("tool"),
  { ...BASE, name: "english-instructions", instructions: "en", langs: ["ko"] },
  { ...BASE, name: "korean-fields", fields: "ko", langs: ["ko"] },
];

/**
 * What is done about an answer that is not valid: the same is asked again, it is asked again with what is wrong told, or
 * another model is asked. All of them follow the same first answers, those of the base.
 */
export const RETRIES = ["again", "message", "other"] as const;
export type Retry = (typeof RETRIES)[number];
