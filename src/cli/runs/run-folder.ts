import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Effects } from "../effects.ts";
import { outFolder, shownFolder } from "../out-folder.ts";

/** Where a run is kept, and how that is told. */
export type RunFolder = {
  /** The report. */
  readonly report: string;
  /** The log and what was run. */
  readonly log: string;
  /** The log's path as the report names it. */
  readonly shownLog: string;
};

/** `runs/<run>`, or below --out. Only the committed run writes over the committed report. */
export function runFolder(
  run: string,
  suite: string,
  { committed }: { readonly committed: boolean },
  out: string | undefined,
  effects: Pick<Effects, "cwd" | "home">,
): RunFolder {
  const usual = join(effects.home, "runs", run);
  const report = outFolder(out, committed ? join(effects.home, "reports", suite) : usual, effects);
  const log = out === undefined ? usual : join(report, "run");
  const shown = out === undefined ? `runs/${run}` : shownFolder(effects.cwd, log);
  return { report, log, shownLog: `${shown}/attempts.jsonl` };
}

/** Removes the log of a run that came to nothing, and the folder of its report if nothing else is in it. */
export async function removeRun({ log, report }: RunFolder): Promise<void> {
  await rm(log, { recursive: true, force: true });
  await rmdir(report).catch(() => undefined);
}
