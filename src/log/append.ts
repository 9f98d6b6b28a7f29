import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Attempt } from "../domain/attempt.ts";
import { openLines } from "./line-file.ts";
import { closeLastLine, mendLastLine, type Torn } from "./torn.ts";

/** A log that lines are added to. */
export type AttemptLog = {
  readonly append: (attempt: Attempt) => Promise<void>;
  readonly close: () => Promise<void>;
  /** What a killed process had left half-written, and was taken out. */
  readonly torn: Torn | undefined;
};

/**
 * Opens `attempts.jsonl` for appending. A line is in the file, whole, when its promise is done, in the order of the calls; a
 * process that is killed loses none of those. What a killed one left half-written is taken out where nobody else writes
 * (`alone`), and else closed with a line break, so that nothing is glued to it.
 */
export async function openLog(path: string, how: "alone" | "shared" = "shared"): Promise<AttemptLog> {
  await mkdir(dirname(path), { recursive: true });
  const torn = how === "alone" ? await mendLastLine(path) : undefined;
  if (how === "shared") await closeLastLine(path);
  const lines = await openLines(path, "a", () => performance.now());
  return {
    torn,
    append: (attempt) => lines.add(`${JSON.stringify(attempt)}\n`),
    close: lines.close,
  };
}
