import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ClaimList, textsOf } from "../domain/claim.ts";
import { readJson } from "./json.ts";

/** `datasets/claims/<name>.json`. */
export const readClaims = (datasets: string, name: string): Promise<ClaimList> =>
  readJson(join(datasets, "claims", `${name}.json`), ClaimList);

/** Every text that a claim prints. */
export async function claimTexts(datasets: string): Promise<string[]> {
  const files = (await readdir(join(datasets, "claims"))).filter((file) => file.endsWith(".json")).sort();
  const lists = await Promise.all(files.map((file) => readClaims(datasets, file.slice(0, -".json".length))));
  return lists.flatMap(({ claims }) => claims.flatMap(textsOf));
}
