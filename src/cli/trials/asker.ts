import type { Attempt } from "../../domain/attempt.ts";
import type { Trial, Turn } from "../../domain/trial.ts";

/** How the trials of one target are asked, in one mode. */
export type Asker = {
  readonly target: string;
  /** One attempt of a trial; a failed one is an answer too. Throws a UserError where going on makes no sense. */
  readonly ask: (trial: Trial, turn: Turn) => Promise<Attempt>;
  /** When all trials are done, or the run stops: what is to be kept is kept. The answer says so in a sentence, if anything was. */
  readonly close: () => Promise<string | undefined>;
};
