import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HealthWindow } from "../../domain/health.ts";
import { HEALTH_FILE } from "./file.ts";

/**
 * The windows beside a log, in the order in which they were written; none where nobody watched. Lines that cannot be read
 * are left out: a killed process leaves half of one.
 */
export async function readHealth(folder: string): Promise<HealthWindow[]> {
  const path = join(folder, HEALTH_FILE);
  if (!existsSync(path)) return [];
  const text = await readFile(path, "utf8");
  return text.split("\n").flatMap((line) => windowOf(line) ?? []);
}

function windowOf(line: string): HealthWindow | undefined {
  try {
    return HealthWindow.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
