import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import type { z } from "zod";
import { UserError } from "../domain/error.ts";

/** A JSON file of ours, checked by its schema; every fault is named with its path inside the file. */
export async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const shown = relative("", path) || path;
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new UserError("data", missing ? `There is no file ${shown}.` : `${shown} is not JSON: ${String(error)}`, {
      cause: error,
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError("data", `${shown} does not have the form it must have.`, {
    details: parsed.error.issues.slice(0, 20).map((issue) => `${shown}: ${issue.path.join(".")}: ${issue.message}`),
  });
}
