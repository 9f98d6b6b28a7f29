import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/error.ts";
import { Prompt } from "../domain/prompt.ts";
import { didYouMean } from "../domain/suggest.ts";
import { readIdLines } from "./id-lines.ts";
import { normalise } from "./normalise.ts";

const ENDING = ".jsonl";

/** `datasets/prompts/<name>.jsonl`. Bad lines are all found before the list is refused. */
export async function readPrompts(datasets: string, name: string): Promise<Prompt[]> {
  const known = await listPrompts(datasets);
  if (!known.includes(name)) {
    const meant = didYouMean(name, known);
    throw new UserError(
      "usage",
      `There is no list of prompts "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      { fix: `Known lists: ${known.join(", ")}.` },
    );
  }
  return readIdLines(join(datasets, "prompts", name + ENDING), promptOf, {
    what: "prompts",
    form: 'A line is {"id": "…", "ko": "…", "en": "…", "max_output_tokens": 1000}, with a "system" of both languages if there is one.',
  });
}

/** Names of the lists below `datasets/prompts`. */
export async function listPrompts(datasets: string): Promise<string[]> {
  const files = await readdir(join(datasets, "prompts"));
  return files.flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : [])).sort();
}

/** A line as a prompt, or all that is wrong with it. */
function promptOf(value: unknown): Prompt | string[] {
  const parsed = Prompt.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) =>
      [issue.path.join("."), issue.message].filter((part) => part !== "").join(": "),
    );
  }
  const { ko, en, system } = parsed.data;
  const odd = Object.entries({ ko, en, "system.ko": system?.ko, "system.en": system?.en }).flatMap(([side, text]) =>
    text === undefined || text === normalise(text) ? [] : [`${side}: is not in NFC with plain spaces`],
  );
  return odd.length > 0 ? odd : parsed.data;
}
