import type { Trial } from "../domain/trial.ts";
import type { TrialPlan } from "./trials.ts";

/** What is asked of a target with the same words, and how often. */
export type Repeated = { readonly trial: Trial; readonly times: number };

/**
 * Every case of every target once, with the number of its repetitions: there may be a million trials, and few questions.
 * The first repetition stands for all, since they are equally long.
 */
export const repeated = ({ length, perRepetition, at }: TrialPlan): Repeated[] =>
  Array.from({ length: Math.min(length, perRepetition) }, (_, i) => ({
    trial: at(i),
    times: Math.ceil((length - i) / perRepetition),
  }));

/** The texts of a question, as they are sent: the system prompt, every message, and a schema that goes beside them. */
export const textsOf = ({ question: { system, messages, shape } }: Trial): string[] => [
  ...(system === undefined ? [] : [system]),
  ...messages.map(({ text }) => text),
  ...(shape?.mode === "schema" || shape?.mode === "tool" ? [JSON.stringify(shape.schema)] : []),
];
