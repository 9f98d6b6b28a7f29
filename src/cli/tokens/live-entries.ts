import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import type { Counted, NotCounted } from "../../tokenize/count-all.ts";
import { hasLive, type LiveCounts, readLive } from "../../tokenize/live-counts.ts";
import { TOKENIZERS } from "../../tokenize/registry.ts";

/** How many of a suite's tokenizers head its report: live ones come after these, before those of the past. */
const HEAD = 2;

/** The tokenizers of a suite, and the private ones that a vendor's endpoint has counted with. */
export function withLive(entries: readonly TokenizerEntry[], counts: string): TokenizerEntry[] {
  const live = TOKENIZERS.filter((entry) => hasLive(counts, entry));
  return [...entries.slice(0, HEAD), ...live, ...entries.slice(HEAD)];
}

/** The files behind tokenizers that counted live: a run depends on them too. */
export async function liveBehind(counted: readonly Pick<Counted, "entry">[], counts: string): Promise<LiveCounts[]> {
  const live = counted.filter(({ entry }) => entry.exactness === "unknown");
  const files = await Promise.all(live.map(({ entry }) => readLive(counts, entry)));
  return files.filter((file) => file !== undefined);
}

/** Tokenizers that must count every committed text and did not: live ones may lack some, and are then left out. */
export const unrecorded = (notCounted: readonly NotCounted[]): NotCounted[] =>
  notCounted.filter(({ entry }) => entry.exactness === "exact");
