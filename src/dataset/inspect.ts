import type { NormalisedPair } from "./normalise.ts";

/** English characters for one Korean character: prose has 1.6 to 2.8, text that is mostly code comes near 1. */
const SHORTEST_ENGLISH = 0.7;
const LONGEST_ENGLISH = 4;
/** Texts shorter than this are too short to judge by length. */
const TOO_SHORT = 20;

/**
 * What a careful reader would object to in pairs that can be read: texts that occur twice or are not in plain form,
 * sides that were not translated, lengths that cannot be of the same meaning. One remark a fault, as `file:line: …`.
 */
export function inspect(pairs: readonly NormalisedPair[]): string[] {
  const seen = new Map<string, string>();
  return pairs.flatMap((each) =>
    [...repeated(each, seen), ...form(each), ...translation(each)].map((remark) => `${each.at}: ${remark}`),
  );
}

function repeated({ pair, at }: NormalisedPair, seen: Map<string, string>): string[] {
  return (["ko", "en"] as const).flatMap((side) => {
    const key = `${side} ${pair[side]}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    return first === undefined ? [] : [`${side} is the same text as in ${first}`];
  });
}

function form({ given }: NormalisedPair): string[] {
  return (["ko", "en"] as const).flatMap((side) => {
    const text = given[side];
    if (text === undefined) return [];
    return [text === text.normalize("NFC") ? `${side} holds spaces other than the plain one` : `${side} is not in NFC`];
  });
}

function translation({ pair: { ko, en } }: NormalisedPair): string[] {
  if (ko === en) return ["ko and en are the same text"];
  if (!/\p{Script=Hangul}/u.test(ko)) return ["ko holds no Hangul"];
  const letters = en.match(/\p{L}/gu)?.length ?? 0;
  const hangul = en.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  if (hangul * 2 > letters) return ["en is mostly Hangul"];
  const ratio = en.length / ko.length;
  if (Math.min(ko.length, en.length) < TOO_SHORT || (ratio >= SHORTEST_ENGLISH && ratio <= LONGEST_ENGLISH)) return [];
  return [`en has ${ratio.toFixed(1)} times the characters of ko: is it the same content?`];
}
