import { join } from "node:path";
import { readClaims } from "../../dataset/claims.ts";
import type { Claim } from "../../domain/claim.ts";
import type { LatencyFacts, PublishedTimes } from "../../report/latency/facts.ts";

/** What a text says of the times of targets, where the suite names one. */
export async function publishedTimes(root: string, list: string | undefined): Promise<LatencyFacts["published"]> {
  if (list === undefined) return undefined;
  const { name, date, claims } = await readClaims(join(root, "datasets"), list);
  const targets = [...new Set(claims.flatMap(({ check }) => (check.kind === "latency" ? [check.target] : [])))];
  const rows = targets.flatMap((target): PublishedTimes[] => {
    const ttft = rangeOf(claims, target, "ttft_s");
    const speed = rangeOf(claims, target, "tokens_per_s");
    if (ttft === undefined || speed === undefined) return [];
    return [{ target, ttftMs: { low: ttft.low * 1000, high: ttft.high * 1000 }, tokensPerS: speed }];
  });
  return { name, date, rows };
}

function rangeOf(
  claims: readonly Claim[],
  target: string,
  what: "ttft_s" | "tokens_per_s",
): { low: number; high: number } | undefined {
  const found = claims.find(
    ({ check }) => check.kind === "latency" && check.target === target && check.what === what,
  )?.claimed;
  return found?.low === undefined || found.high === undefined ? undefined : { low: found.low, high: found.high };
}
