import type { Lang } from "../../domain/prompt.ts";
import type { Message } from "../../domain/question.ts";
import type { Trial } from "../../domain/trial.ts";
import { complaint, type FailedAnswer } from "./complaint.ts";
import { WORDINGS } from "./wordings.ts";

export type FailedQuestion = {
  readonly question: Trial["question"];
  /** In the order in which they came. */
  readonly answers: readonly FailedAnswer[];
  /** Of the instruction. */
  readonly lang: Lang;
  /** Korean names of fields, where the question asks for them. */
  readonly names?: Readonly<Record<string, string>> | undefined;
};

/**
 * A question once more, as the conversation so far: after each failed answer what is wrong with it. An answer of nothing
 * but white space is left out, because vendors refuse an empty turn; what is said of it joins the message before it.
 */
export function afterFailure({ question, answers, lang, names = {} }: FailedQuestion): Trial["question"] {
  const told = { schema: question.shape?.schema, names, words: WORDINGS[lang] };
  const messages = answers.reduce<readonly Message[]>((before, answer) => {
    const wrong = complaint(answer, told);
    if (/\S/.test(answer.text))
      return [...before, { role: "assistant", text: answer.text }, { role: "user", text: wrong }];
    const last = before[before.length - 1];
    return [...before.slice(0, -1), { role: "user", text: last === undefined ? wrong : `${last.text}\n\n${wrong}` }];
  }, question.messages);
  return { ...question, messages };
}
