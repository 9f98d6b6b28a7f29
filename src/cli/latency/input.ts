import type { Day } from "../../domain/date.ts";
import type { Calibration, HealthWindow } from "../../domain/health.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { LatencySuite } from "../../domain/suite.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import type { LatencyFacts } from "../../report/latency/facts.ts";

/** What a latency report is made from: a plan, what is in the log of it, and what is known of the machine that timed it. */
export type LatencyInput = {
  readonly suite: LatencySuite;
  readonly trials: TrialPlan;
  readonly attempts: AttemptTable;
  readonly load: LatencyFacts["load"];
  /** Empty where nobody watched: nothing was timed here. */
  readonly health: readonly HealthWindow[];
  readonly calibration: Calibration | undefined;
  readonly published: LatencyFacts["published"];
  /** Targets whose recording says that the machine which made it was late itself. */
  readonly limitedRecordings: readonly string[];
  readonly book: PriceBook;
  readonly day: Day;
  readonly seed: number;
  /** Id of the run. */
  readonly run: string;
  /** The command that makes the report again. */
  readonly command: string;
  /** Where the log and the recordings are, as a person would type it; undefined where none are kept. */
  readonly log: string | undefined;
  readonly recordings: string | undefined;
};
