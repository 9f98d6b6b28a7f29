import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/error.ts";
import { Prompt } from "../domain/prompt.ts";
import { didYouMean } from "../domain/suggest.ts";
import { decode } from "./decode.ts";
import { normalise } from "./normalise.ts";
import { readBytes } from "./read-bytes.ts";
import { shown } from "./shown.ts";

const ENDING = ".jsonl";
/** Most bad lines that an error names one by one. */
const NAMED_FAULTS = 20;

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
  const path = join(datasets, "prompts", name + ENDING);
  const file = shown(path);
  const prompts: Prompt[] = [];
  const faults: string[] = [];
  const lineOf = new Map<string, number>();
  decode(await readBytes(path), file)
    .text.split(/\r?\n/)
    .forEach((source, index) => {
      if (source.trim() === "") return;
      const line = index + 1;
      const read = promptOf(source);
      const found = Array.isArray(read) ? read : repeated(read, lineOf);
      faults.push(...found.map((fault) => `${file}:${line}: ${fault}`));
      if (Array.isArray(read)) return;
      if (!lineOf.has(read.id)) lineOf.set(read.id, line);
      prompts.push(read);
    });
  if (faults.length > 0) {
    const rest = faults.length > NAMED_FAULTS ? [`… and ${faults.length - NAMED_FAULTS} more`] : [];
    throw new UserError("data", `${file} has ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`, {
      details: [...faults.slice(0, NAMED_FAULTS), ...rest],
      fix: 'A line is {"id": "…", "ko": "…", "en": "…", "max_output_tokens": 1000}, with a "system" of both languages if there is one.',
    });
  }
  if (prompts.length === 0) {
    throw new UserError("data", `${file} holds no prompts.`, { fix: "Add at least one line." });
  }
  return prompts;
}

/** Names of the lists below `datasets/prompts`. */
export async function listPrompts(datasets: string): Promise<string[]> {
  const files = await readdir(join(datasets, "prompts"));
  return files.flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : [])).sort();
}

/** A line as a prompt, or all that is wrong with it. */
function promptOf(source: string): Prompt | string[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return [`not JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
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

function repeated({ id }: Prompt, lineOf: ReadonlyMap<string, number>): string[] {
  const line = lineOf.get(id);
  return line === undefined ? [] : [`id: "${id}" is that of line ${line} too`];
}
