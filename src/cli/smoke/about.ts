import type { SmokeSuite } from "../../domain/suite.ts";
import type { SmokePlan } from "./plan.ts";

/** A name for a run over the network: the same command another time, or at the same time, is another run. */
export const liveRunId = (suite: string, now: Date, word: string): string =>
  `${suite}-${now.toISOString().replace(/[-:]/g, "").replace(/\..*/, "Z")}-${word}`;

export type About = {
  readonly run: string;
  readonly suite: SmokeSuite;
  readonly plan: SmokePlan;
  readonly command: string;
  /** Undefined where no provider is asked: the day means nothing then, and the same run gives the same bytes. */
  readonly started: Date | undefined;
};

/** `run.json`, beside the log: what was asked of whom. No key, and no address that may hold one. */
export const aboutRun = ({ run, suite, plan, command, started }: About): string =>
  `${JSON.stringify(
    {
      "tokenwon.run": 1,
      run,
      suite,
      command,
      mode: plan.mode,
      ...(started === undefined ? {} : { started: started.toISOString() }),
      prices: plan.books.book.name,
      day: plan.books.day,
      profiles: plan.mode === "simulate" ? plan.shownProfiles : undefined,
      targets: plan.targets,
      trials: plan.trials.map(({ id }) => id),
    },
    null,
    2,
  )}\n`;
