import type { Standing } from "../../../run/standing.ts";
import { dollars, duration, roughly, whole } from "./amounts.ts";

/** All targets of a run taken together. */
export type Sums = { readonly done: number; readonly total: number; readonly failures: number };

export function sums(targets: Standing["targets"]): Sums {
  let [done, total, failures] = [0, 0, 0];
  for (const target of targets) {
    done += target.done;
    total += target.total;
    failures += target.failures;
  }
  return { done, total, failures };
}

/** The last of the redrawn lines: `800 of 2,000 done  $0.0123 of $1  1 min 5 s elapsed  about 1 min 20 s left`. */
export function runLine(standing: Standing): string {
  const { done, total } = sums(standing.targets);
  return [
    `${whole(done)} of ${whole(total)} done`,
    ...spent(standing),
    `${duration(standing.elapsedMs)} elapsed`,
    ...left(standing),
  ].join("  ");
}

/** The one line of a log: `asked 40 % (800 of 2,000), 3 failed, $0.0123 of $1, about 2 min left`. */
export function logLine(standing: Standing): string {
  const { done, total, failures } = sums(standing.targets);
  const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
  return [
    `asked ${percent} % (${whole(done)} of ${whole(total)})`,
    ...(failures === 0 ? [] : [`${whole(failures)} failed`]),
    ...spent(standing),
    ...left(standing),
  ].join(", ");
}

function spent({ usd, budgetUsd }: Standing): string[] {
  if (usd === undefined) return [];
  return [budgetUsd === undefined ? dollars(usd) : `${dollars(usd)} of ${dollars(budgetUsd)}`];
}

function left({ leftMs, targets }: Standing): string[] {
  const { done, total } = sums(targets);
  return leftMs === undefined || done >= total ? [] : [`about ${roughly(leftMs)} left`];
}
