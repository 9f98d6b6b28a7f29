import type { z } from "zod";
import { UserError } from "../domain/error.ts";
import { readBytes } from "./read-bytes.ts";
import { shown } from "./shown.ts";

/** A JSON file of ours, checked by its schema; every fault is named with its path inside the file. */
export async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const name = shown(path);
  const value = parseJson((await readBytes(path)).toString("utf8"), name);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError("data", `${name} does not have the form it must have.`, {
    details: parsed.error.issues.slice(0, 20).map((issue) => `${name}: ${issue.path.join(".")}: ${issue.message}`),
  });
}

/** The value of JSON text; `name` is the file it came from. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError("data", `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
