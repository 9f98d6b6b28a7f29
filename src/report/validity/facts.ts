import type { Condition, Retry } from "../../domain/condition.ts";
import type { Day } from "../../domain/date.ts";
import type { FaultKind } from "../../domain/grade.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Task } from "../../domain/task.ts";
import type { RunFacts } from "../run-facts.ts";

/** An answer that was not valid, cut short and with nothing in it that may be a secret. */
export type FaultExample = {
  readonly fault: FaultKind;
  readonly target: string;
  readonly task: string;
  readonly item: string;
  readonly lang: Lang;
  readonly condition: string;
  /** Where in the value, as in `items[0].unit_price`. */
  readonly path: string | undefined;
  /** On one line. */
  readonly text: string;
};

/** The article's two examples of `price × (1 + retry rate)`, in dollars per million output tokens. */
export type PublishedRetries = {
  /** Below `datasets/claims`. */
  readonly name: string;
  readonly date: Day;
  readonly rows: readonly {
    readonly title: string;
    readonly target: string;
    readonly price: number;
    readonly rate: number;
    readonly effective: number;
  }[];
};

/** What the report on valid JSON says beside its figures. `prompts` are items. */
export type ValidityFacts = RunFacts & {
  readonly tasks: readonly (Pick<Task, "name" | "title" | "level"> & { readonly items: number })[];
  readonly conditions: readonly Condition[];
  /** Ways of asking again that were gone in this run. */
  readonly retries: readonly Retry[];
  /** Whom `other` asks, by target. */
  readonly others: ReadonlyMap<string, string>;
  /** Most answers of a trial. */
  readonly answers: number;
  readonly repetitions: number;
  /** True where the flags left out a part of the cases or of their repetitions: not each is asked so often then. */
  readonly cut: boolean;
  /** Whether all items of the tasks were asked, and how many there are. */
  readonly full: boolean;
  readonly itemsThere: number;
  /** At most a few of each fault, in the order of the faults. */
  readonly examples: readonly FaultExample[];
  readonly published: PublishedRetries | undefined;
};
