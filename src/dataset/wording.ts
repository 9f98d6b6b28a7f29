import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../domain/error.ts";
import { shown } from "./shown.ts";

const Line = z.strictObject({ id: z.string().min(1), ko: z.string().min(1) });
/** The Korean text of a pair said again without English terms. */
export type Rewording = z.infer<typeof Line>;

/** `datasets/wording/all-korean.jsonl`: pairs, by id, in all-Korean wording. None where there is no such file. */
export async function readRewordings(datasets: string): Promise<Rewording[]> {
  const path = join(datasets, "wording", "all-korean.jsonl");
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = Line.safeParse(JSON.parse(line));
    if (parsed.success) return [parsed.data];
    throw new UserError("data", `${shown(path)}:${i + 1} is not a line like {"id": "…", "ko": "…"}.`);
  });
}
