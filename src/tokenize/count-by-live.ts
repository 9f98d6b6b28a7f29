import type { TokenizerEntry } from "../domain/tokenizer.ts";
import type { VocabularyCounts } from "./count-by-vocabulary.ts";
import { liveTokens, readLive, shownLiveFile } from "./live-counts.ts";

/**
 * Counts by what a vendor's endpoint said of the texts: only where it was asked of every one of them, and never where a
 * simulator answered.
 */
export async function countByLive(
  entry: TokenizerEntry,
  texts: readonly string[],
  folder: string,
): Promise<VocabularyCounts> {
  const live = await readLive(folder, entry);
  if (live === undefined) return { counts: undefined, why: "its tokenizer is not public, and it was not counted live" };
  const { model, recorded, simulated } = live;
  const file = shownLiveFile(entry.id);
  if (simulated === true) return { counts: undefined, why: `${file} holds what a simulator counted` };
  const known = texts.map((text) => liveTokens(live, text));
  const missing = known.filter((count) => count === undefined).length;
  if (missing > 0) {
    return {
      counts: undefined,
      why: `${file} lacks ${missing} of ${texts.length} texts: \`tokenwon count --mode live --committed --target ${model}\` asks for those of datasets/`,
    };
  }
  return { counts: known.map((count) => count ?? Number.NaN), how: `live count of ${model} on ${recorded}` };
}
