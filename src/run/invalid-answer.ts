import type { Attempt } from "../domain/attempt.ts";
import type { FailedAnswer } from "../plan/follows.ts";

/** What a model answered: the arguments of the tool that it called, else its text. */
export const answerOf = ({ "tokenwon.tool": tool, "tokenwon.text": text }: Attempt): string => tool ?? text;

/** An answer that was graded and is not valid; undefined for a valid one, one that nobody graded, and none. */
export function invalidAnswer(line: Attempt): FailedAnswer | undefined {
  const grade = line["tokenwon.grade"];
  if (line["tokenwon.failure"] !== undefined || grade === undefined || grade.valid) return undefined;
  return { text: answerOf(line), grade };
}
