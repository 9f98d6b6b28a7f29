import type { TokenizerEntry } from "../domain/tokenizer.ts";
import { startPool } from "./pool.ts";
import { readRecorded, textKey } from "./recorded.ts";
import { INSTALL } from "./registry/sources.ts";
import { isInstalled, vocabularyFile } from "./vocabulary.ts";
import type { CountJob } from "./worker.ts";

/** Longest time that one batch of texts may take; a batch of ordinary text takes two seconds. */
const PATIENCE_MS = 60_000;
/** Characters without a break above which these engines take minutes. */
const LONGEST_RUN = 50_000;
/** UTF-16 units of one batch. */
const BATCH = 100_000;

export type VocabularyPlace = {
  /** Folder of installed vocabularies. */
  readonly vocabularies: string;
  /** Folder of recorded counts. */
  readonly counts: string;
  /** Longest time for one batch, in ms; for tests. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
};

/** Counts in the order of the texts and how they came about, or why there are none. */
export type VocabularyCounts =
  | { readonly counts: readonly number[]; readonly how: string }
  | { readonly counts: undefined; readonly why: string };

/**
 * Counts by an entry's tokenizer.json: from the recorded counts where every text is among them, else by the installed
 * vocabulary in a thread that is ended when it takes too long, else not at all.
 */
export async function countByVocabulary(
  entry: TokenizerEntry,
  texts: readonly string[],
  place: VocabularyPlace,
): Promise<VocabularyCounts> {
  const { vocabulary } = entry;
  if (vocabulary === undefined) return { counts: undefined, why: `${entry.id} has no vocabulary` };
  const recorded = await readRecorded(place.counts, entry);
  const known = texts.map((text) => recorded?.counts[textKey(text)]);
  const missing = texts.filter((_, i) => known[i] === undefined);
  if (recorded !== undefined && missing.length === 0) {
    return { counts: known.map((count) => count ?? 0), how: `${entry.version}, counts recorded ${recorded.recorded}` };
  }
  if (!isInstalled(place.vocabularies, entry)) {
    return { counts: undefined, why: `its vocabulary is not installed: \`${INSTALL}\`` };
  }
  if (missing.some((text) => new RegExp(`\\S{${LONGEST_RUN}}`).test(text))) {
    return {
      counts: undefined,
      why: `a text holds ${LONGEST_RUN} characters without a break, on which it takes minutes`,
    };
  }
  const computed = await compute(vocabularyFile(place.vocabularies, entry.id), vocabulary.sha256, missing, place);
  if (computed === undefined)
    return { counts: undefined, why: `counting took longer than ${(place.patienceMs ?? PATIENCE_MS) / 1000} s` };
  let next = 0;
  return { counts: known.map((count) => count ?? computed[next++] ?? Number.NaN), how: entry.version };
}

/** Undefined when a batch took longer than it may. */
async function compute(
  file: string,
  sha256: string,
  texts: readonly string[],
  { patienceMs = PATIENCE_MS, signal }: VocabularyPlace,
): Promise<number[] | undefined> {
  const pool = await startPool(1);
  const counts: number[] = [];
  try {
    for (const batch of batches(texts)) {
      signal?.throwIfAborted();
      const patience = AbortSignal.timeout(patienceMs);
      const job: CountJob = { file, sha256, texts: batch };
      const stop = signal === undefined ? patience : AbortSignal.any([patience, signal]);
      try {
        for (const count of (await pool.run(job, { signal: stop })) as number[]) counts.push(count);
      } catch (error) {
        if (patience.aborted) return undefined;
        throw error;
      }
    }
    return counts;
  } finally {
    await pool.destroy();
  }
}

function batches(texts: readonly string[]): string[][] {
  const made: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (size > BATCH) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(text);
    size += text.length;
  }
  return made;
}
