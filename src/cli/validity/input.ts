import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { ValiditySuite } from "../../domain/suite.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import type { FaultExample, PublishedRetries } from "../../report/validity/facts.ts";
import type { ValidityCases } from "./cases.ts";

/** What a report on valid JSON is made from: a plan, and what is in the log of it. */
export type ValidityInput = {
  readonly suite: ValiditySuite;
  readonly cases: Pick<ValidityCases, "tasks" | "itemsThere" | "byName">;
  readonly trials: TrialPlan;
  readonly attempts: AttemptTable;
  readonly examples: readonly FaultExample[];
  readonly published: PublishedRetries | undefined;
  readonly book: PriceBook;
  readonly day: Day;
  /** Id of the run. */
  readonly run: string;
  /** The command that makes the report again. */
  readonly command: string;
  /** Where the log and the recordings are, as a person would type it; undefined where none are kept. */
  readonly log: string | undefined;
  readonly recordings: string | undefined;
};
