import type { z } from "zod";
import { UserError } from "../domain/error.ts";
import { decode } from "./decode.ts";
import { readBytes } from "./read-bytes.ts";
import { shown } from "./shown.ts";

/** A JSON file of ours, checked by its schema; every fault is named with its path inside the file. */
export async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const name = shown(path);
  const value = parseJson(decode(await readBytes(path), name).text, name);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError("data", `${name} does not have the form it must have.`, {
    details: parsed.error.issues
      .slice(0, 20)
      .map((issue) => [name, issue.path.join("."), issue.message].filter((part) => part !== "").join(": ")),
    fix: "Mend what is named above; a file of the same kind in datasets/ shows the form.",
  });
}

/** The value of JSON text; `name` is the file it came from. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError("data", `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      fix: "Look at that place for a missing comma, quote or bracket.",
      cause: error,
    });
  }
}
