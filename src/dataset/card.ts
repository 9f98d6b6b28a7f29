import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/error.ts";
import { DatasetCard } from "../domain/pair.ts";
import { readJson } from "./json.ts";
import { shown } from "./shown.ts";

/** `dataset.json` of a folder of pairs, with the paths of its files in a fixed order. */
export async function readCard(folder: string): Promise<{ card: DatasetCard; files: { path: string }[] }> {
  const card = await readJson(join(folder, "dataset.json"), DatasetCard);
  const files = Object.keys(card.files).map((name) => ({ path: join(folder, name) }));
  return { card, files };
}

/** Refuses files whose bytes are not those that the card was written for. */
export async function checkSums(folder: string, card: DatasetCard): Promise<void> {
  for (const [name, { sha256 }] of Object.entries(card.files)) {
    const found = createHash("sha256")
      .update(await readFile(join(folder, name)))
      .digest("hex");
    if (found !== sha256) {
      throw new UserError("data", `${shown(join(folder, name))} has changed since dataset.json was written.`, {
        fix: `Check the change, then write sha256 ${found} into dataset.json.`,
      });
    }
  }
}
