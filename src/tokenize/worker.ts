import type { CountTokens } from "../domain/tokenizer.ts";
import type { EncodingName } from "./encoding.ts";
import { loadEngine } from "./engine.ts";
import type { Engine } from "./engines.ts";
import { loadVocabulary } from "./vocabulary.ts";

/** What a worker thread is asked: count these texts with that encoding, or with that tokenizer.json. */
export type CountJob = { readonly texts: readonly string[] } & (
  | { readonly engine: Engine; readonly encoding: EncodingName }
  | { readonly file: string; readonly sha256: string }
);

const vocabularies = new Map<string, Promise<CountTokens>>();

/** The default export is what the pool calls; it answers one count per text. */
export default async function countJob(job: CountJob): Promise<number[]> {
  return job.texts.map(
    "file" in job ? await vocabulary(job.file, job.sha256) : await loadEngine(job.engine, job.encoding),
  );
}

/** A vocabulary is loaded once per thread: it takes up to a second and 300 MB. */
function vocabulary(file: string, sha256: string): Promise<CountTokens> {
  const known = vocabularies.get(file) ?? loadVocabulary(file, sha256);
  vocabularies.set(file, known);
  return known;
}
