import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { ClaimSuite } from "../../domain/suite.ts";
import { CONFIDENCE } from "../tokens/rates.ts";
import type { CheckedClaim } from "./check.ts";
import type { ClaimFigures } from "./measure.ts";

/** The rows of the claims: what was measured or computed, what corrects it, and what it is today. */
export function rowsOf(
  suite: ClaimSuite,
  run: string,
  checked: readonly CheckedClaim[],
  { dataset, list, world, live }: ClaimFigures,
): Measurement[] {
  const counted = `claims ${list.name}; pairs ${dataset.name} sha256 ${dataset.sha256.slice(0, 12)}`;
  const priced = `claims ${list.name}; prices ${world.printed.name}, ${world.record.name}`;
  // The least of all tokenizers is as sure as the least sure of them.
  const gradeOf = (claim: CheckedClaim["claim"]): "exact" | "live" =>
    claim.check.kind === "against_least" && live.length > 0 ? "live" : "exact";
  return checked.flatMap(({ claim, filed, ofCost, measured, corrected, today, rows }) => {
    const { metric, scale = 1 } = filed;
    if (metric === undefined) return [];
    // What vendors answered is as sure as the report it was measured in.
    if (claim.check.kind === "latency" || claim.check.kind === "retry_rate") {
      return rows.map((row) => ({
        ...row,
        suite: suite.name,
        condition: claim.id,
        source: `${row.run}: ${row.source}`,
        run,
      }));
    }
    const base = {
      suite: suite.name,
      metric,
      unit: METRICS[metric].unit,
      domain: filed.domain ?? ALL_DOMAINS,
      lang: filed.lang,
      run,
    };
    const money = { evidence: "published", source: priced } as const;
    const figure = (condition: string, value: number | undefined, targets?: readonly string[]): Measurement[] =>
      value === undefined
        ? []
        : [
            {
              ...base,
              ...money,
              condition,
              target: targets?.length === 1 ? targets[0] : undefined,
              value: value * scale,
              price_date: condition.endsWith(":today") ? world.today : world.then,
            },
          ];
    return [
      ...measured.flatMap(({ of, value, low, high }): Measurement[] => {
        const condition = ofCost && of !== undefined && !of.includes("/") ? `${claim.id}:${of}` : claim.id;
        if (ofCost && !Number.isFinite(high ?? value)) return [];
        return [
          {
            ...base,
            ...(ofCost ? { ...money, price_date: world.then } : { evidence: gradeOf(claim), source: counted }),
            target: ofCost && of?.includes("/") === true ? of : undefined,
            tokenizer: ofCost ? undefined : of,
            condition,
            value: ofCost && low !== undefined ? undefined : value * scale,
            low,
            high,
            confidence: ofCost || low === undefined ? undefined : CONFIDENCE,
          },
        ];
      }),
      ...figure(`${claim.id}:corrected`, corrected),
      ...figure(`${claim.id}:today`, today?.value, today?.targets),
    ];
  });
}
