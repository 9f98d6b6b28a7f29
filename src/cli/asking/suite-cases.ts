import type { Attempt } from "../../domain/attempt.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Case } from "../../plan/case.ts";
import type { FollowPlan } from "../../plan/follows.ts";
import type { Known } from "../../simulate/json/known.ts";

/** What a suite asks, whomever. */
export type SuiteCases = {
  /** All that the questions are made from, for their fingerprint. */
  readonly content: unknown;
  readonly cases: readonly Case[];
  /** Trials of a case, where nobody says otherwise. */
  readonly repeat: number;
  /** What follows answers that are not valid; undefined where nothing does. */
  readonly followed?: (targets: readonly string[]) => FollowPlan;
  /** Grades an answer; left out where nothing is graded. */
  readonly graded?: (line: Attempt) => Attempt;
  /** The right answers, for the simulator; left out where there are none. */
  readonly known?: () => Known;
  /** @throws UserError where a target does not take what it is to be asked */
  readonly refuse?: (targets: readonly string[]) => void;
};

/** What of a suite is asked. */
export type CaseFlags = { readonly lang?: Lang; readonly domain: readonly string[]; readonly full?: true };
