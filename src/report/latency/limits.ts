import type { Slo } from "../../domain/suite.ts";

/** The limits of a preset, as in `TTFT ≤ 2,000 ms, TPOT ≤ 200 ms`. */
export function limitsOf(slo: Slo, words: { readonly chars: (limit: string) => string }): string {
  const write = (limit: number): string => limit.toLocaleString("en-US");
  const most = (name: string, limit: number | undefined): string[] =>
    limit === undefined ? [] : [`${name} ≤ ${write(limit)} ms`];
  return [
    ...most("TTFT", slo.ttft_ms),
    ...most("TTFVT", slo.ttfvt_ms),
    ...most("TPOT", slo.tpot_ms),
    ...most("E2E", slo.e2e_ms),
    ...(slo.chars_per_s === undefined ? [] : [words.chars(write(slo.chars_per_s))]),
  ].join(", ");
}

/** A text with a full stop at its end, once. */
export const ended = (text: string): string => (text.endsWith(".") ? text : `${text}.`);
