import { BASE, type Retry } from "../../domain/condition.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Rows } from "../rows.ts";
import type { ValidityFacts } from "./facts.ts";
import { type Difference, differenceOf, figureOf, type Policy, policyName } from "./lines.ts";

/** How many trials of a way are known, where the API broke off some of those that began it. */
export type Part = { readonly n: number; readonly of: number };

/** What the first sentences say of a target; what is not known is left out. */
export type TargetSummary = {
  readonly target: string;
  readonly first: readonly { readonly lang: Lang; readonly value: number }[];
  /** In the language that the summary follows, by way of asking again. */
  readonly final: readonly { readonly way: Retry; readonly value: number; readonly part: Part | undefined }[];
  /** Dollars of a first answer, and of a success where it is asked again in this way. */
  readonly cost:
    | { readonly way: Retry; readonly first: number; readonly success: number; readonly part: Part | undefined }
    | undefined;
  readonly difference: (Difference & { readonly detectable: number | undefined }) | undefined;
};

/** Targets that the summary spells out; the others are in the tables. */
const SPELT_OUT = 3;

/** Figures of the first targets under the base condition. Costs and ways are those of Korean, or of the one language. */
export function summaryOf(rows: Rows, facts: ValidityFacts): { targets: TargetSummary[]; lang: Lang | undefined } {
  const lang = facts.langs.includes("ko") ? "ko" : facts.langs[0];
  const asked = facts.targets.filter(({ answered }) => answered).slice(0, SPELT_OUT);
  return { targets: asked.map(({ target }) => targetSummary(rows, facts, target, lang)), lang };
}

function targetSummary(rows: Rows, facts: ValidityFacts, target: string, lang: Lang | undefined): TargetSummary {
  const base = { target, condition: BASE.name };
  const first = facts.langs.flatMap((each) => {
    const value = figureOf(rows, { ...base, lang: each }, "first_try_valid")?.value;
    return value === undefined ? [] : [{ lang: each, value }];
  });
  const difference = differenceOf(rows, { ...base, lang: "ko-en" }, "first_try_valid");
  const detectable = figureOf(rows, { ...base, lang: "ko-en" }, "detectable_difference")?.value;
  return {
    target,
    first,
    final: lang === undefined ? [] : facts.retries.flatMap((way) => finalOf(rows, target, lang, way)),
    cost: lang === undefined ? undefined : costOf(rows, facts, target, lang),
    difference: difference.row?.value === undefined ? undefined : { ...difference, detectable },
  };
}

function finalOf(rows: Rows, target: string, lang: Lang, way: Retry): TargetSummary["final"] {
  const value = figureOf(rows, { target, lang, condition: policyName(way) }, "final_valid")?.value;
  return value === undefined ? [] : [{ way, value, part: partOf(rows, target, lang, way) }];
}

/** Undefined where the trials of the way are all that had a first answer. */
function partOf(rows: Rows, target: string, lang: Lang, way: Retry): Part | undefined {
  const count = (policy: Policy): number | undefined =>
    figureOf(rows, { target, lang, condition: policyName(policy) }, "final_valid")?.n;
  const [n, of] = [count(way), count("none")];
  return n === undefined || of === undefined || n >= of ? undefined : { n, of };
}

/** The first way that was gone whose dollars are known. */
function costOf(rows: Rows, { retries }: ValidityFacts, target: string, lang: Lang): TargetSummary["cost"] {
  const at = { target, lang, condition: policyName("none") };
  const once = figureOf(rows, at, "usd_per_success")?.value;
  const valid = figureOf(rows, at, "first_try_valid")?.value;
  if (once === undefined || valid === undefined) return undefined;
  for (const way of retries) {
    const success = figureOf(rows, { ...at, condition: policyName(way) }, "usd_per_success")?.value;
    // Without asking again a success costs all first answers ÷ those that are valid.
    if (success !== undefined) return { way, first: once * valid, success, part: partOf(rows, target, lang, way) };
  }
  return undefined;
}
