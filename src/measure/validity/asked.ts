import type { Retry } from "../../domain/condition.ts";
import type { FaultKind, Reading } from "../../domain/grade.ts";
import type { Lang } from "../../domain/prompt.ts";

/** An answer, and what it took; attempts that the API failed before it are another matter. */
export type Answered = {
  readonly reading: Reading | undefined;
  readonly valid: boolean;
  readonly repaired: boolean;
  /** What it was not valid by. */
  readonly decided: FaultKind | undefined;
  readonly faults: readonly FaultKind[];
  /** Undefined where no value was found. */
  readonly fields: { readonly right: number; readonly all: number } | undefined;
  /** Undefined where nobody told. */
  readonly tokens: number | undefined;
  readonly usd: number | undefined;
};

/** A trial of a task, and what came of it. */
export type AskedTrial = {
  readonly target: string;
  readonly task: string;
  /** The same in both languages. */
  readonly item: string;
  readonly lang: Lang;
  /** Name of the condition. */
  readonly condition: string;
  /** Undefined where the API never answered: that says nothing of the model. */
  readonly first: Answered | undefined;
  /**
   * Answers that were asked for after a first one that was not valid, by each way of asking again. A way is left out where
   * it was not gone: the first was valid, only one target is asked. Undefined where the API broke it off or nobody knows.
   */
  readonly after: Readonly<Partial<Record<Retry, readonly Answered[] | undefined>>>;
};
