import type { Attempt } from "../../domain/attempt.ts";
import type { HealthWindow } from "../../domain/health.ts";
import { type ClientHealth, clientHealth, lateAttempts } from "../../measure/latency/health.ts";
import { type HealthFile, openHealth } from "./file.ts";

/** How the processes that time the answers fare, from now on: kept in the file, and gathered for a word at the end. */
export type HealthWatch = HealthFile & {
  readonly saw: (attempt: Attempt) => void;
  /** Of what was written and seen so far. */
  readonly health: () => ClientHealth | undefined;
};

/** Opens the file beside a log. Of a trial its first attempt counts, whose times are the headline. */
export async function watchHealth(folder: string, flags: "a" | "w"): Promise<HealthWatch> {
  const file = await openHealth(folder, flags);
  const windows: HealthWindow[] = [];
  const spans = { starts: [] as number[], ends: [] as number[], processes: [] as number[] };
  return {
    write: (window) => {
      file.write(window);
      windows.push(window);
    },
    saw: (attempt) => {
      if (attempt["tokenwon.attempt"] !== 1) return;
      const start = Date.parse(attempt["tokenwon.started"]);
      spans.starts.push(start);
      spans.ends.push(start + attempt["tokenwon.end_ms"]);
      spans.processes.push(attempt["tokenwon.process"] ?? 0);
    },
    health: () => {
      const lateTrials = lateAttempts(windows, spans).reduce((sum, late) => sum + late, 0);
      return clientHealth(windows, { lateTrials, trials: spans.starts.length });
    },
    close: file.close,
  };
}
