import type { Attempt } from "../../domain/attempt.ts";
import type { Simulator } from "../../domain/simulator.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import type { Books } from "../read-books.ts";
import type { Mode } from "../trials/modes.ts";
import type { ReadRecording } from "../trials/read-recording.ts";

/** What a suite asks of whom. */
export type AskPlan = {
  readonly suite: string;
  readonly mode: Mode;
  readonly targets: readonly string[];
  /** @param salt what the numbers before the questions are made from, where the suite has them */
  readonly trialsWith: (salt: string) => TrialPlan;
  /** Grades an answer; undefined where nothing is graded. */
  readonly graded: ((line: Attempt) => Attempt) | undefined;
  readonly nonce: boolean;
  readonly seed: number;
  /** SHA-256 of the questions. */
  readonly questions: string;
  readonly books: Pick<Books, "book" | "day">;
  /** True for the run whose report is committed. */
  readonly committed: boolean;
  /** The command that makes the same again. */
  readonly command: string;
  readonly recordings: ReadonlyMap<string, ReadRecording>;
  /** The profiles that the simulator plays. */
  readonly profiles: string;
  /** Loaded only where it is needed. */
  readonly simulator: () => Promise<{ readonly provider: Simulator; readonly from: unknown }>;
};
