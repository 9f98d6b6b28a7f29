import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { UserError } from "../../domain/error.ts";
import { unwritable } from "../writable.ts";
import type { Sent } from "./sent.ts";

export type SentLog = { readonly append: (sent: Sent) => void; readonly close: () => Promise<void> };

/**
 * Opens the log of a simulator's server for appending. Lines are written behind the answers, which do not wait for the
 * disk. `path` is the whole path, `shown` how it was typed; `onFault` is told when the disk refuses later on.
 */
export async function openSentLog(path: string, shown: string, onFault: (error: UserError) => void): Promise<SentLog> {
  const file = await opened(path).catch((error: unknown) => {
    throw unwritable(`log ${shown}`, FIX, error);
  });
  const closed = new Promise<void>((done) => file.once("close", done));
  file.on("error", (error) => onFault(unwritable(`log ${shown}`, FIX, error)));
  return {
    append: (sent) => {
      if (!file.destroyed) file.write(`${JSON.stringify(sent)}\n`);
    },
    close: async () => {
      if (!file.destroyed) file.end();
      await closed;
    },
  };
}

async function opened(path: string): Promise<WriteStream> {
  await mkdir(dirname(path), { recursive: true });
  const file = createWriteStream(path, { flags: "a" });
  await once(file, "open");
  return file;
}

const FIX = "Give another file with --log.";
