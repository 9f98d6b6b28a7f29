import { join } from "node:path";
import { readPrompts } from "../../dataset/prompts.ts";
import { LANGS } from "../../domain/prompt.ts";
import type { AskingSuite } from "../../domain/suite.ts";
import { promptCases } from "../../plan/case.ts";
import { type Amount, casePlan, type TrialPlan } from "../../plan/trials.ts";
import type { CaseFlags, SuiteCases } from "./suite-cases.ts";

export async function casesOf(suite: AskingSuite, flags: CaseFlags, root: string): Promise<SuiteCases> {
  const langs = flags.lang === undefined ? LANGS : [flags.lang];
  if (suite.kind === "json-validity") {
    const { validityCases } = await import("../validity/cases.ts");
    return validityCases(suite, { ...flags, langs }, root);
  }
  const prompts = await readPrompts(join(root, "datasets"), suite.prompts);
  return { content: prompts, cases: promptCases(prompts, langs), repeat: 1 };
}

/** @param salt what the numbers before the questions are made from, where the suite has them */
export function planOf(
  suite: AskingSuite,
  { cases, repeat, followed }: SuiteCases,
  targets: readonly string[],
  { salt, ...amount }: Amount & { readonly salt?: string },
): TrialPlan {
  return casePlan({
    suite,
    targets,
    cases,
    limit: amount.limit,
    repeat: amount.repeat ?? repeat,
    trials: amount.trials,
    followed: followed?.(targets),
    ...(hasNonce(suite) && salt !== undefined ? { salt } : {}),
  });
}

/** Whether every question begins with a number of its own. */
export const hasNonce = (suite: AskingSuite): boolean => suite.kind !== "json-validity" && suite.nonce;
