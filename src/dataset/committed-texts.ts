import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { FORM_NAMES } from "../domain/form.ts";
import { claimTexts } from "./claims.ts";
import { readDataset } from "./dataset.ts";
import { FORMS } from "./forms.ts";
import { readRewordings } from "./wording.ts";

/**
 * Every text below `datasets/` that a suite counts: both sides of all pairs, the Korean sides in every other form,
 * all-Korean wordings, and what claims print.
 * Counts by vocabularies that are too heavy to ship are recorded for exactly these.
 */
export async function committedTexts(datasets: string): Promise<string[]> {
  const texts = new Set<string>();
  for (const name of (await readdir(join(datasets, "pairs"))).sort()) {
    const { pairs } = await readDataset({ kind: "folder", folder: join(datasets, "pairs", name) });
    for (const { pair } of pairs) {
      texts.add(pair.ko).add(pair.en);
      for (const form of FORM_NAMES) texts.add(FORMS[form](pair.ko));
    }
  }
  for (const { ko } of await readRewordings(datasets)) texts.add(ko);
  for (const text of await claimTexts(datasets)) texts.add(text);
  return [...texts];
}
