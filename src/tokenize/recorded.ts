import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Day } from "../domain/date.ts";
import { UserError } from "../domain/error.ts";
import type { TokenizerEntry } from "../domain/tokenizer.ts";
import { INSTALL } from "./registry/sources.ts";

/** `datasets/counts/<tokenizer>.json`: counts of committed texts by a vocabulary that is too heavy to ship. */
export const RecordedCounts = z.strictObject({
  tokenizer: z.string(),
  /** SHA-256 of the tokenizer.json that counted. */
  sha256: z.string(),
  engine: z.string(),
  recorded: Day,
  /** Tokens that the chat template adds to one user message; absent where the registry has no template. */
  template_overhead: z.int().positive().optional(),
  /** By the key of the text. */
  counts: z.record(z.string(), z.int().nonnegative()),
});
export type RecordedCounts = z.infer<typeof RecordedCounts>;

/** Names a text by its content: the first 16 digits of its SHA-256. */
export const textKey = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16);

export const recordedFile = (counts: string, id: string): string => join(counts, `${id}.json`);

/**
 * Recorded counts of an entry; undefined when none were recorded. Counts by another vocabulary than the registry names
 * are refused (UserError "tokenizer").
 */
export async function readRecorded(
  counts: string,
  { id, vocabulary }: TokenizerEntry,
): Promise<RecordedCounts | undefined> {
  const file = recordedFile(counts, id);
  if (!existsSync(file)) return undefined;
  const parsed = RecordedCounts.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success || parsed.data.tokenizer !== id || parsed.data.sha256 !== vocabulary?.sha256) {
    throw new UserError(
      "tokenizer",
      `The counts in datasets/counts/${id}.json are not of the vocabulary that the registry names.`,
      {
        fix: `Record them again: \`${INSTALL}\`.`,
      },
    );
  }
  return parsed.data;
}
