import { join } from "node:path";
import { openLines } from "../../log/line-file.ts";
import { closeLastLine } from "../../log/torn.ts";
import type { RunEvent } from "../../run/events.ts";

export const EVENTS_FILE = "events.jsonl";

/** `events.jsonl`, beside the log: what happened beside the attempts, each with its time. */
export type EventsFile = {
  readonly write: (event: RunEvent) => void;
  /** Done when it is with the system: what a killed process had under way is known by it. */
  readonly writeFirst: (event: RunEvent) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Opens the file for adding. It explains a run and is no part of its figures: what cannot be written is left out, since the
 * log says the same of a disk that is full. Only how a run begins must be there.
 * @param now ms since the run began or went on
 */
export async function openEvents(folder: string, flags: "a" | "w", now: () => number): Promise<EventsFile> {
  const path = join(folder, EVENTS_FILE);
  // Nothing is glued to half a line.
  if (flags === "a") await closeLastLine(path);
  const lines = await openLines(path, flags, () => performance.now());
  const add = ({ event, ...more }: RunEvent): Promise<void> => {
    const at = Math.round(now() * 1000) / 1000;
    return lines.add(`${JSON.stringify({ event, at_ms: at, ...more })}\n`);
  };
  return {
    write: (event) => {
      add(event).catch(() => undefined);
    },
    writeFirst: add,
    close: () => lines.close().catch(() => undefined),
  };
}
