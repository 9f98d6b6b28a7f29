import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TrialPlan } from "../../plan/trials.ts";
import { NO_USE, type Use } from "../../run/budget.ts";
import type { RunEvent } from "../../run/events.ts";
import { EVENTS_FILE } from "./events-file.ts";
import type { Uses } from "./spending.ts";

/** Processes that went at a run and did not come to its end, and the most that they may have used without writing it down. */
export type Unfinished = { readonly processes: number; readonly use: Use };

/** All that each of them may have had under way when it was killed, or when the disk took no more. */
export async function unfinishedIn(folder: string, plan: TrialPlan, uses: Pick<Uses, "worst">): Promise<Unfinished> {
  const text = await readFile(join(folder, EVENTS_FILE), "utf8").catch(() => "");
  let processes = 0;
  let requests = 0;
  let open: Begin | undefined;
  const close = (): void => {
    if (open === undefined) return;
    processes++;
    requests += Math.min(open.left, open.concurrency * open.lanes);
  };
  for (const event of text.split("\n").map(eventOf)) {
    if (event?.event === "begin") {
      // The one before is not over, and nobody else is at it.
      close();
      open = event;
    } else if (event?.event === "end") open = undefined;
  }
  close();
  return { processes, use: requests === 0 ? NO_USE : times(mostOf(plan, uses), requests) };
}

/** The most that any attempt of a plan can use. */
export function mostOf(plan: TrialPlan, { worst }: Pick<Uses, "worst">): Use {
  const most = { usd: 0, tokens: 0 };
  for (let i = 0; i < Math.min(plan.length, plan.perRepetition); i++) {
    for (const place of [i, ...(plan.follows?.waysOf(i).flat() ?? [])]) {
      const { usd, tokens } = worst(plan.at(place));
      most.usd = Math.max(most.usd, usd);
      most.tokens = Math.max(most.tokens, tokens);
    }
  }
  return most;
}

export const times = ({ usd, tokens }: Use, count: number): Use => ({ usd: usd * count, tokens: tokens * count });

type Begin = Extract<RunEvent, { event: "begin" }>;

function eventOf(line: string): RunEvent | undefined {
  try {
    return JSON.parse(line) as RunEvent;
  } catch {
    return undefined;
  }
}
