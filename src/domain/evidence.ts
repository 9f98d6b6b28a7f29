import { z } from "zod";

/** The grades of evidence from strongest to weakest; every number that reaches a file carries one. */
export const EVIDENCE = ["exact", "live", "recorded", "published", "assumed", "simulated"] as const;

export const Evidence = z.enum(EVIDENCE);
export type Evidence = z.infer<typeof Evidence>;

/** The grade of a derived number: the weakest of its inputs. At least one input is required. */
export function weakest(first: Evidence, ...others: readonly Evidence[]): Evidence {
  return EVIDENCE[Math.max(...[first, ...others].map((grade) => EVIDENCE.indexOf(grade)))] ?? first;
}
