import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/error.ts";
import { type Profile, ProfileBook } from "../domain/profile.ts";
import { didYouMean } from "../domain/suggest.ts";
import { readJson } from "./json.ts";
import { shown } from "./shown.ts";

/** Names of the profile books below `datasets/profiles`. */
export async function listProfiles(datasets: string): Promise<string[]> {
  const files = await readdir(join(datasets, "profiles"));
  return files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : [])).sort();
}

/** A book of profiles by name, or by path when `name` ends in .json. */
export async function readProfiles(datasets: string, name: string): Promise<ProfileBook> {
  if (name.endsWith(".json")) return readChecked(name);
  const known = await listProfiles(datasets);
  if (!known.includes(name)) {
    const meant = didYouMean(name, known);
    throw new UserError(
      "usage",
      `There is no book of profiles "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      { fix: `Known: ${known.join(", ")}; or give the path of a .json file of your own.` },
    );
  }
  return readChecked(join(datasets, "profiles", `${name}.json`));
}

/** A figure without a source would look as if somebody had measured it. */
async function readChecked(path: string): Promise<ProfileBook> {
  const book = await readJson(path, ProfileBook);
  const targets = book.profiles.map(({ target }) => target);
  const faults = [
    ...targets
      .filter((target, i) => targets.indexOf(target) !== i)
      .map((target) => `${target} has more than one profile`),
    ...book.profiles.flatMap(unsourced),
  ];
  if (faults.length === 0) return book;
  throw new UserError("data", `${shown(path)} is not complete.`, {
    details: faults.slice(0, 20),
    fix: 'Say of each field where its figures come from: "evidence": {"ttft_ms": {"grade": "assumed", "source": "…"}}.',
  });
}

/** Fields that hold figures, or, as the tokenizer does, make some. */
const FIGURES = [
  "ttft_ms",
  "tokens_per_second",
  "tokens_per_chunk",
  "output_tokens",
  "thinking",
  "failures",
  "endings",
  "json",
  "json_alike",
  "fields_wrong",
  "cache",
  "limits",
  "tokenizer",
] as const satisfies readonly (keyof Profile)[];

function unsourced(profile: Profile): string[] {
  const stated = (field: (typeof FIGURES)[number]): boolean => {
    const value = profile[field];
    // What a book leaves out is none, or one token a chunk: the plainest server, not a figure about a model.
    const plain = field === "tokens_per_chunk" ? 1 : 0;
    return value !== undefined && value !== plain && !(typeof value === "object" && Object.keys(value).length === 0);
  };
  return FIGURES.filter((field) => stated(field) && !Object.hasOwn(profile.evidence, field)).map(
    (field) => `${profile.target}: ${field} has no evidence`,
  );
}
