import { stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { World } from "../../cost/checks/world.ts";
import { readJson } from "../../dataset/json.ts";
import type { Day } from "../../domain/date.ts";
import { Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { type Lifecycle, stateOn } from "../../domain/price/lifecycle.ts";
import { LANGS } from "../../domain/prompt.ts";
import type { Measured } from "../../measure/verdict.ts";
import type { Unmeasured } from "../../report/article-claims/facts.ts";

/** A vendor's own answers; what the simulator gives is what a profile says, so that it proves nothing. */
const MEASURED: readonly Measurement["evidence"][] = ["live", "recorded"];

/** What vendors' answers gave in a suite's report of the package, in one language over all. None while there is none. */
export async function readAnswered(root: string, suite: string): Promise<Measurement[]> {
  const file = join(root, "reports", suite, "measurements.json");
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  return (await readJson(file, z.array(Measurement))).filter(
    ({ domain, lang, evidence }) =>
      domain === ALL_DOMAINS && LANGS.some((each) => each === lang) && MEASURED.includes(evidence),
  );
}

/** What was measured for a claim of a target's answers, in its unit, with the rows it is from; or why nothing was. */
export type Answered = {
  readonly measured: readonly Measured[];
  readonly rows: readonly Measurement[];
  readonly unmeasured: Unmeasured | undefined;
};

const isOff = (lifecycle: Lifecycle, day: Day): boolean => ["off", "redirected"].includes(stateOn(lifecycle, day));

/** Rows of a target, in the unit of the claim; without any, whether its model can still be asked, and how. */
export function answeredBy(
  rows: readonly Measurement[],
  { target, suite, scale }: { readonly target: string; readonly suite: string; readonly scale: Scale },
  { record, then, today }: Pick<World, "record" | "then" | "today">,
): Answered {
  const own = rows.filter((row) => row.target === target);
  const measured = own.flatMap(({ lang, value, low, high }): Measured[] =>
    value === undefined ? [] : [{ of: lang, ...scale({ value, low, high }) }],
  );
  if (measured.length > 0) return { measured, rows: own, unmeasured: undefined };
  const lifecycle = record.models.find((model) => model.target === target)?.lifecycle;
  const gone = lifecycle !== undefined && isOff(lifecycle, today);
  return {
    measured,
    rows: [],
    unmeasured: gone
      ? { kind: "gone", since: lifecycle.ends, beforeText: isOff(lifecycle, then) }
      : { kind: "answers", until: lifecycle?.ends, suite, target },
  };
}

/** From the unit of a row to that of a claim. */
type Scale = (figure: Omit<Measured, "of">) => Omit<Measured, "of">;
