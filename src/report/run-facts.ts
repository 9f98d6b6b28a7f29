import type { Attempt } from "../domain/attempt.ts";
import type { Day } from "../domain/date.ts";
import type { Lang } from "../domain/prompt.ts";

/** Where a book of profiles is, as a person would name it. */
export const profileFile = (profiles: string): string =>
  profiles.endsWith(".json") ? profiles : `datasets/profiles/${profiles}.json`;

/** A target of a run. */
export type RunTarget = {
  readonly target: string;
  readonly asked: boolean;
  /** True where at least one prompt had an answer with visible text. */
  readonly answered: boolean;
};

/** What a report on the answers of models says of its run, beside the figures. */
export type RunFacts = {
  /** All targets of the plan, in its order. */
  readonly targets: readonly RunTarget[];
  readonly langs: readonly Lang[];
  readonly prompts: number;
  /** Trials of the plan, and those of them that were asked. */
  readonly planned: number;
  readonly asked: number;
  /** The weakest grade of all attempts, how many have it, and of how many; undefined where nothing was asked. */
  readonly grade:
    | { readonly evidence: Attempt["tokenwon.evidence"]; readonly attempts: number; readonly of: number }
    | undefined;
  /** Days of the attempts that a provider answered, now or in a recording; undefined where none did. */
  readonly days: string | undefined;
  /** A name below `datasets/profiles`, or a file. */
  readonly profiles: string;
  readonly book: string;
  readonly day: Day;
  readonly log: string | undefined;
  readonly recordings: string | undefined;
  readonly run: string;
  readonly command: string;
  /** The command that asks a provider. */
  readonly liveCommand: string;
};

/** True where nobody but the simulator answered. */
export const allSimulated = ({ grade }: Pick<RunFacts, "grade">): boolean =>
  grade?.evidence === "simulated" && grade.attempts === grade.of;
