import { join } from "node:path";
import type { HealthWindow } from "../../domain/health.ts";
import { openLines } from "../../log/line-file.ts";
import { closeLastLine } from "../../log/torn.ts";

export const HEALTH_FILE = "health.jsonl";

/** `health.jsonl`, beside the log: how the processes that time the answers fared, a line a second of each. */
export type HealthFile = { readonly write: (window: HealthWindow) => void; readonly close: () => Promise<void> };

/** Opens the file for adding. As `events.jsonl` it is no part of the figures: what cannot be written is left out. */
export async function openHealth(folder: string, flags: "a" | "w"): Promise<HealthFile> {
  const path = join(folder, HEALTH_FILE);
  try {
    if (flags === "a") await closeLastLine(path);
    // It is with the system at once, and nobody waits for the disk itself before the run is over.
    const lines = await openLines(path, flags, () => 0);
    return {
      write: (window) => {
        lines.add(`${JSON.stringify(window)}\n`).catch(() => undefined);
      },
      close: () => lines.close().catch(() => undefined),
    };
  } catch {
    return { write: () => undefined, close: () => Promise.resolve() };
  }
}
