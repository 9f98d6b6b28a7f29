import type { Pair } from "../domain/pair.ts";

/** A pair in the form that is counted and sent, with the form it was given in where that differs. */
export type NormalisedPair = {
  readonly pair: Pair;
  /** Where it stands, as `file:line`. */
  readonly at: string;
  /** The text as given, present only for a side that was changed. */
  readonly given: { readonly ko?: string; readonly en?: string };
};

const ODD_SPACES = /[\p{Zs}\uFEFF]/gu;

/**
 * Text in NFC with plain spaces: decomposed Hangul is composed, every space separator (no-break, ideographic, thin …)
 * becomes U+0020, and a byte-order mark inside the text is removed. Line breaks stay.
 */
export const normalise = (text: string): string =>
  text.normalize("NFC").replace(ODD_SPACES, (space) => (space === "\uFEFF" ? "" : " "));

export function normalisePair(pair: Pair, at: string): NormalisedPair {
  const ko = normalise(pair.ko);
  const en = normalise(pair.en);
  return {
    pair: { ...pair, ko, en },
    at,
    given: { ...(ko === pair.ko ? {} : { ko: pair.ko }), ...(en === pair.en ? {} : { en: pair.en }) },
  };
}
