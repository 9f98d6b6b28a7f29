import type { Assumptions } from "../../domain/assumptions.ts";
import { gradeOfCounts, type TokenizerEntry } from "../../domain/tokenizer.ts";
import { utf8Bytes } from "../../measure/text.ts";
import { type Repeated, textsOf } from "../../plan/repeated.ts";
import { countAll } from "../../tokenize/count-all.ts";
import { assumedTokens, type Range } from "../count/figures.ts";

/** What is known of the tokens of plain text; chat templates add a little to each of them. */
export type InputTokens = {
  /** Undefined where only a bound is known. */
  readonly low: number | undefined;
  readonly high: number;
  /** `bound`: the bytes, which no count can exceed. */
  readonly evidence: "exact" | "live" | "assumed" | "bound";
  readonly bytes: number;
};

export type InputCounter = {
  readonly count: (tokenizer: TokenizerEntry | undefined, requests: readonly Repeated[]) => InputTokens;
  /** Public tokenizers that would count exactly if their vocabulary were installed. */
  readonly notInstalled: readonly string[];
};

/** Counts every text once by every tokenizer that can be run here. */
export async function inputCounter(
  tokenizers: readonly TokenizerEntry[],
  requests: readonly Repeated[],
  assumptions: Assumptions,
  options: Parameters<typeof countAll>[2],
): Promise<InputCounter> {
  const texts = [...new Set(requests.flatMap(({ trial }) => textsOf(trial)))];
  const { counted, notCounted } = await countAll([...new Set(tokenizers)], texts, options);
  const known = new Map(
    counted.map(({ entry, counts }) => [entry.id, new Map(texts.map((text, i) => [text, counts[i] ?? Number.NaN]))]),
  );
  return {
    notInstalled: notCounted.flatMap(({ entry }) => (entry.engine === "vocabulary" ? [entry.id] : [])),
    count: (tokenizer, asked) => {
      const bytes = total(asked, utf8Bytes);
      const counts = tokenizer && known.get(tokenizer.id);
      if (tokenizer !== undefined && counts !== undefined) {
        const tokens = total(asked, (text) => counts.get(text) ?? Number.NaN);
        return { low: tokens, high: tokens, evidence: gradeOfCounts(tokenizer), bytes };
      }
      // One text of which nothing is assumed, and the sum is no range.
      const range = (text: string): Range | undefined => assumedTokens(text, tokenizer?.id, assumptions);
      if (asked.some(({ trial }) => textsOf(trial).some((text) => range(text) === undefined))) {
        return { low: undefined, high: bytes, evidence: "bound", bytes };
      }
      return {
        low: total(asked, (text) => range(text)?.low ?? Number.NaN),
        high: total(asked, (text) => range(text)?.high ?? Number.NaN),
        evidence: "assumed",
        bytes,
      };
    },
  };
}

const total = (requests: readonly Repeated[], of: (text: string) => number): number =>
  requests.reduce((sum, { trial, times }) => sum + times * textsOf(trial).reduce((all, text) => all + of(text), 0), 0);

/** The tokens of several targets together: where one has only a bound, the assumed ones count by theirs. */
export function together(inputs: readonly InputTokens[]): InputTokens {
  const weakest = (["bound", "assumed", "live"] as const).find((grade) =>
    inputs.some(({ evidence }) => evidence === grade),
  );
  const add = (of: (input: InputTokens) => number): number => inputs.reduce((sum, input) => sum + of(input), 0);
  const bounded = weakest === "bound";
  return {
    low: bounded ? undefined : add(({ low }) => low ?? Number.NaN),
    high: add(({ high, bytes, evidence }) => (bounded && evidence === "assumed" ? bytes : high)),
    evidence: weakest ?? "exact",
    bytes: add(({ bytes }) => bytes),
  };
}
