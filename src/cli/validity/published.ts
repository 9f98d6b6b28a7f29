import { join } from "node:path";
import { readClaims } from "../../dataset/claims.ts";
import type { PublishedRetries } from "../../report/validity/facts.ts";

/** What a text says retries cost, where the suite names one: each of its examples with a printed result. */
export async function publishedRetries(root: string, list: string | undefined): Promise<PublishedRetries | undefined> {
  if (list === undefined) return undefined;
  const { name, date, claims } = await readClaims(join(root, "datasets"), list);
  const rows = claims.flatMap(({ check, claimed }): PublishedRetries["rows"] => {
    // A bound alone is no price.
    if (check.kind !== "retry_cost" || claimed?.low === undefined || claimed.low !== claimed.high) return [];
    const { title, target, price, rate } = check;
    return [{ title, target, price, rate, effective: claimed.low }];
  });
  return { name, date, rows };
}
