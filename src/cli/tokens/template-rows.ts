import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { readRecorded } from "../../tokenize/recorded.ts";
import type { Stamp } from "./rows.ts";

/** What a chat template adds to one user message: as recorded with the vocabulary, or as published. */
export async function templateRows(
  entries: readonly TokenizerEntry[],
  counts: string,
  { suite, run }: Stamp,
): Promise<Measurement[]> {
  const rows = await Promise.all(
    entries.map(async (entry): Promise<Measurement[]> => {
      const { id, template, version } = entry;
      if (template === undefined) return [];
      const published = "overhead" in template;
      const value = published ? template.overhead : (await readRecorded(counts, entry))?.template_overhead;
      if (value === undefined) return [];
      return [
        {
          suite,
          metric: "template_overhead",
          unit: METRICS.template_overhead.unit,
          tokenizer: id,
          domain: ALL_DOMAINS,
          lang: "ko-en",
          value,
          evidence: published ? "published" : "exact",
          source: published ? template.source : `its local chat template; ${version}`,
          run,
        },
      ];
    }),
  );
  return rows.flat();
}
