import type { TokenizerEntry } from "../domain/tokenizer.ts";
import { countByLive } from "./count-by-live.ts";
import { countByVocabulary, type VocabularyPlace } from "./count-by-vocabulary.ts";
import { type CountOptions, countTexts } from "./count-texts.ts";
import { isEncoding } from "./encoding.ts";

/** A tokenizer that counted, its counts in the order of the texts, and by what. */
export type Counted = { readonly entry: TokenizerEntry; readonly counts: readonly number[]; readonly how: string };
/** A tokenizer that did not count, and why. */
export type NotCounted = { readonly entry: TokenizerEntry; readonly why: string };

/**
 * Counts texts by every tokenizer that can: rank tables always, vocabularies where they are recorded or installed,
 * private ones where their vendor counted the texts.
 */
export async function countAll(
  entries: readonly TokenizerEntry[],
  texts: readonly string[],
  options: CountOptions & Omit<VocabularyPlace, "signal">,
): Promise<{ readonly counted: readonly Counted[]; readonly notCounted: readonly NotCounted[] }> {
  const encodings = entries.flatMap(({ id }) => (isEncoding(id) ? [id] : []));
  const byEncoding = await countTexts(encodings, texts, options);
  const counted: Counted[] = [];
  const notCounted: NotCounted[] = [];
  for (const entry of entries) {
    const counts = isEncoding(entry.id) ? byEncoding.get(entry.id) : undefined;
    if (counts !== undefined) {
      counted.push({ entry, counts, how: entry.version });
      continue;
    }
    const answer =
      entry.exactness === "unknown"
        ? await countByLive(entry, texts, options.counts)
        : await countByVocabulary(entry, texts, options);
    if (answer.counts === undefined) notCounted.push({ entry, why: answer.why });
    else counted.push({ entry, counts: answer.counts, how: answer.how });
  }
  return { counted, notCounted };
}
