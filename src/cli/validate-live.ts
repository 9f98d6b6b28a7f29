import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { committedTexts } from "../dataset/committed-texts.ts";
import { UserError } from "../domain/error.ts";
import { liveTokens, readLive, shownLiveFile } from "../tokenize/live-counts.ts";
import { textKey } from "../tokenize/recorded.ts";
import { tokenizerById } from "../tokenize/registry.ts";

/** A check of every file of live counts; none where nothing was counted live. */
export async function liveChecks(datasets: string): Promise<{ what: string; check: () => Promise<string> }[]> {
  const folder = join(datasets, "counts", "live");
  if (!existsSync(folder)) return [];
  const ids = (await readdir(folder)).flatMap((file) =>
    file.endsWith(".json") ? [file.slice(0, -".json".length)] : [],
  );
  return ids.sort().map((id) => ({ what: `live counts ${id}`, check: () => checkLive(datasets, id) }));
}

/** A file may lack texts: it is then in no report. */
async function checkLive(datasets: string, id: string): Promise<string> {
  if (tokenizerById(id)?.exactness !== "unknown") {
    throw new UserError("data", `${shownLiveFile(id)} is of no tokenizer that is counted by its vendor.`, {
      fix: "Remove it: a tokenizer that can be run here needs no live counts.",
    });
  }
  const live = await readLive(join(datasets, "counts"), { id });
  if (live === undefined) return "none";
  const texts = await committedTexts(datasets);
  const known = new Set(texts.map(textKey));
  const strange = Object.keys(live.counts).filter((key) => !known.has(key)).length;
  const there = texts.filter((text) => liveTokens(live, text) !== undefined).length;
  const use =
    live.simulated === true
      ? "; from a simulator: in no report"
      : there < texts.length
        ? "; in no report that counts one of the others"
        : "";
  const gone = strange === 0 ? "" : `; ${strange} counts are of texts that are no longer there`;
  return `${there} of ${texts.length} texts by ${live.model} on ${live.recorded} (${live.endpoint})${use}${gone}`;
}
