import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Day } from "../domain/date.ts";
import { UserError } from "../domain/error.ts";
import { Target } from "../domain/target.ts";
import type { TokenizerEntry } from "../domain/tokenizer.ts";
import { textKey } from "./recorded.ts";

/**
 * `datasets/counts/live/<tokenizer>.json`: counts of committed texts by the vendor's own endpoint, for a tokenizer that
 * is not public. They stand as the endpoint answered; what it adds around every message is kept beside them.
 */
export const LiveCounts = z
  .strictObject({
    tokenizer: z.string(),
    /** The target that was asked. */
    model: Target,
    /** Method, host and path. */
    endpoint: z.string(),
    /** The day of the last count. */
    recorded: Day,
    /** Tokens of the message around the text; tokens of a text = its count − these. */
    overhead_tokens: z.int().nonnegative(),
    how: z.string(),
    /** Present where a simulator answered: such counts are in no report. */
    simulated: z.literal(true).optional(),
    /** By the key of the text, as answered. */
    counts: z.record(z.string().regex(/^[0-9a-f]{16}$/), z.int().positive()),
  })
  .refine(({ overhead_tokens, counts }) => Object.values(counts).every((count) => count > overhead_tokens), {
    path: ["counts"],
    message: "a count is not above overhead_tokens, so that its text would have no tokens",
  });
export type LiveCounts = z.infer<typeof LiveCounts>;

/** The file as a person finds it. */
export const shownLiveFile = (id: string): string => `datasets/counts/live/${id}.json`;

export const liveFile = (counts: string, id: string): string => join(counts, "live", `${id}.json`);

/** True where counts of a tokenizer were recorded live; whether they are of use is known when they are read. */
export const hasLive = (counts: string, { id, exactness }: TokenizerEntry): boolean =>
  exactness === "unknown" && existsSync(liveFile(counts, id));

/** Live counts of a tokenizer; undefined where none were recorded, a UserError where the file is not what it must be. */
export async function readLive(counts: string, { id }: Pick<TokenizerEntry, "id">): Promise<LiveCounts | undefined> {
  const file = liveFile(counts, id);
  if (!existsSync(file)) return undefined;
  const parsed = LiveCounts.safeParse(parsedJson(await readFile(file, "utf8")));
  if (parsed.success && parsed.data.tokenizer === id) return parsed.data;
  throw new UserError("data", `${shownLiveFile(id)} does not hold live counts of the tokenizer ${id}.`, {
    details: parsed.success
      ? [`tokenizer: it names ${parsed.data.tokenizer}`]
      : parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`),
    fix: "Take it back from version control, or remove it and count again.",
  });
}

/** Undefined for what is no JSON: the schema then says so. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tokens of a text alone; undefined where it was not counted. */
export function liveTokens({ counts, overhead_tokens }: LiveCounts, text: string): number | undefined {
  const count = counts[textKey(text)];
  return count === undefined ? undefined : count - overhead_tokens;
}
