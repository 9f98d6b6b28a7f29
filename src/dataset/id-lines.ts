import { UserError } from "../domain/error.ts";
import { decode } from "./decode.ts";
import { readBytes } from "./read-bytes.ts";
import { shown } from "./shown.ts";

/** Most faults that an error names one by one. */
const NAMED_FAULTS = 20;

/**
 * A JSON Lines file of ours, each line with an id of its own. `read` gives what a line holds, or all that is wrong with
 * it; every bad line is found before the file is refused.
 */
export async function readIdLines<Item>(
  path: string,
  read: (value: unknown, line: number) => Item | string[],
  { what, form }: { readonly what: string; readonly form: string },
): Promise<Item[]> {
  const file = shown(path);
  const items: Item[] = [];
  const faults: string[] = [];
  const lineOf = new Map<string, number>();
  const sources = decode(await readBytes(path), file).text.split(/\r\n?|\n/);
  for (const [index, source] of sources.entries()) {
    if (source.trim() === "") continue;
    const line = index + 1;
    const tell = (fault: string): unknown => faults.push(`${file}:${line}: ${fault}`);
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch (error) {
      tell(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const id = idOf(value);
    const first = id === undefined ? undefined : lineOf.get(id);
    if (first !== undefined) tell(`id: "${id}" is that of line ${first} too`);
    else if (id !== undefined) lineOf.set(id, line);
    const item = read(value, line);
    if (Array.isArray(item)) for (const fault of item) tell(fault);
    else items.push(item);
  }
  if (faults.length > 0) {
    const rest = faults.length > NAMED_FAULTS ? [`… and ${faults.length - NAMED_FAULTS} more`] : [];
    throw new UserError("data", `${file} has ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`, {
      details: [...faults.slice(0, NAMED_FAULTS), ...rest],
      fix: form,
    });
  }
  if (items.length === 0) throw new UserError("data", `${file} holds no ${what}.`, { fix: "Add at least one line." });
  return items;
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" ? id : undefined;
}
