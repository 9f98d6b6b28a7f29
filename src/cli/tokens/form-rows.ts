import type { Form } from "../../domain/form.ts";
import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { gradeOfCounts } from "../../domain/tokenizer.ts";
import type { CountedPairs, FormTokens } from "./count-pairs.ts";
import type { Stamp } from "./rows.ts";

/**
 * What another form of Korean text does to its tokens: of the texts that came in one (no condition), and of all texts
 * brought to each form (condition nfd, nbsp, fullwidth).
 */
export function formRows(counted: CountedPairs, { suite, run, data }: Stamp): Measurement[] {
  return counted.tokenizers.flatMap(({ entry, how }, t) => {
    const row = (tokens: FormTokens, n: number, condition?: Form): Measurement => ({
      suite,
      metric: "form_effect",
      unit: METRICS.form_effect.unit,
      tokenizer: entry.id,
      domain: ALL_DOMAINS,
      lang: "ko",
      condition,
      value: tokens.given / tokens.plain,
      n,
      evidence: gradeOfCounts(entry),
      source: `${data}; ${how}`,
      run,
    });
    const given = counted.asGiven[t];
    return [
      ...(given === undefined || counted.changedKorean === 0 ? [] : [row(given, counted.changedKorean)]),
      ...[...(counted.forms[t] ?? [])].map(([form, tokens]) => row(tokens, counted.pairs.length, form)),
    ];
  });
}

/** What it costs to say English terms in Korean words, on the pairs that were reworded. */
export function wordingRows(
  { tokenizers, reworded }: CountedPairs,
  n: number,
  { suite, run, data }: Stamp,
): Measurement[] {
  if (n === 0) return [];
  return tokenizers.flatMap(({ entry, how }, t): Measurement[] => {
    const tokens = reworded[t];
    if (tokens === undefined) return [];
    return [
      {
        suite,
        metric: "wording_effect",
        unit: METRICS.wording_effect.unit,
        tokenizer: entry.id,
        domain: ALL_DOMAINS,
        lang: "ko",
        value: tokens.given / tokens.plain,
        n,
        evidence: gradeOfCounts(entry),
        source: `wording/all-korean; ${data}; ${how}`,
        run,
      },
    ];
  });
}
