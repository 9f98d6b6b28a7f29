import type { EncodingName } from "./encoding.ts";
import { loadEngine } from "./engine.ts";
import type { Engine } from "./engines.ts";

/** What a worker thread is asked: count these texts with that encoding. */
export type CountJob = { readonly engine: Engine; readonly encoding: EncodingName; readonly texts: readonly string[] };

/** The default export is what the pool calls; it answers one count per text. */
export default async function countJob({ engine, encoding, texts }: CountJob): Promise<number[]> {
  const count = await loadEngine(engine, encoding);
  return texts.map(count);
}
