import { UserError } from "../../domain/error.ts";
import type { Answer } from "./count-once.ts";

/** Texts of one token each, whichever the tokenizer: a capital, a small letter, a digit, a full stop. */
export const PROBES = ["a", "Q", "7", "."] as const;

/** How tokens of a text follow from what an endpoint answers; files of counts say it in these words. */
export const HOW =
  'counts are as the endpoint answered for one user message; overhead_tokens is its answer for "a", for "Q", for "7" and for "." (all alike) − 1, and tokens of a text = count − overhead_tokens';

/**
 * Tokens that an endpoint adds around a message (role, template), and its last answer.
 *
 * A text of one ASCII character is exactly one token: every byte-level vocabulary holds all 256 bytes, every other one
 * holds the characters of ASCII, no text has fewer, and inside one character nothing can merge. So the wrapper is the
 * count − 1. Differences of longer texts would not do: doubling a text, or setting a sentinel on a line below it, makes
 * merges at the seam (`.` and a line break are one token in o200k), which such a difference takes for wrapper or for
 * text. Characters of four kinds must agree: where the wrapper's edge merges with what follows it, they would not, and
 * then there is no constant to take off, and nothing is recorded.
 */
export async function measureWrapper(
  target: string,
  count: (text: string) => Promise<Answer>,
): Promise<{ readonly tokens: number; readonly answer: Answer }> {
  const answers: Answer[] = [];
  for (const probe of PROBES) answers.push(await count(probe));
  const [first] = answers;
  if (first !== undefined && first.tokens > 0 && answers.every(({ tokens }) => tokens === first.tokens)) {
    return { tokens: first.tokens - 1, answer: first };
  }
  throw new UserError(
    "incomplete",
    `What ${target} adds around a message is not constant, so texts cannot be told from it.`,
    {
      details: PROBES.map((probe, i) => `"${probe}" is answered with ${answers[i]?.tokens ?? 0} tokens`),
      fix: "Count by another model of the same tokenizer.",
    },
  );
}
