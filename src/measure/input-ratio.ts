import { promptTokens } from "../domain/usage.ts";
import type { AskedTrial } from "./asked.ts";
import type { Seen } from "./seen.ts";
import { sumOf, type Told, tellsInput, toldOf } from "./told.ts";

/**
 * Σ input tokens in Korean ÷ Σ input tokens in English. Only of prompts with usage on both sides: else one side would be
 * of other prompts than the other. Undefined where there are none.
 */
export function inputRatio(
  asked: readonly AskedTrial[],
): { value: number; n: number; from: readonly Seen[] } | undefined {
  const sides = new Map(asked.map(({ trial, first }) => [`${trial.lang} ${trial.repetition} ${trial.pair}`, first]));
  const both = asked.flatMap(({ trial: { lang, repetition, pair }, first }) => {
    const ko = lang === "ko" ? inputOf(first) : undefined;
    const en = inputOf(sides.get(`en ${repetition} ${pair}`));
    return ko === undefined || en === undefined ? [] : [{ ko, en }];
  });
  if (both.length === 0) return undefined;
  const ko = both.map((pair) => pair.ko);
  const en = both.map((pair) => pair.en);
  return {
    value: sumOf(ko, promptTokens) / sumOf(en, promptTokens),
    n: both.length,
    from: [...ko, ...en].map(({ attempt }) => attempt),
  };
}

const inputOf = (attempt: Seen | undefined): Told | undefined =>
  attempt === undefined ? undefined : toldOf([attempt]).find(({ usage }) => tellsInput(usage));
