import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { SmokeSuite } from "../../domain/suite.ts";
import type { Seen } from "../../measure/seen.ts";
import type { Planned } from "../../plan/trials.ts";

/** What a smoke report is made from: a plan, and what is in the log of it. */
export type SmokeInput = {
  readonly suite: SmokeSuite;
  readonly trials: Planned;
  readonly attempts: Iterable<Seen>;
  readonly book: PriceBook;
  readonly day: Day;
  /** Id of the run. */
  readonly run: string;
  /** The command that makes the report again. */
  readonly command: string;
  /** Where the log and the recordings are, as a person would type it; undefined where none are kept. */
  readonly log?: string | undefined;
  readonly recordings?: string | undefined;
};
