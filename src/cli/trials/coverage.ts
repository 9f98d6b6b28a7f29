import { UserError } from "../../domain/error.ts";
import type { RecordingHeader } from "../../domain/recording.ts";
import { isFollow, type Trial } from "../../domain/trial.ts";
import { askedKeys } from "./asked-keys.ts";
import { hasAnswer } from "./merged.ts";
import { type ReadRecording, readRecording } from "./read-recording.ts";
import { recordedTargets } from "./recorded-targets.ts";

/** What a recording has of a plan. */
export type Covered = Pick<RecordingHeader, "target" | "origin"> & {
  /** Every request of the plan is recorded, whatever came of it. A damaged recording counts: replaying it says so. */
  readonly whole: boolean;
  /** And each got an answer at least once. */
  readonly answered: boolean;
  /** Undefined where it is damaged. */
  readonly read: ReadRecording | undefined;
};

/** What the recordings of a suite have of the trials that it asks of their targets. */
export async function coverage(
  root: string,
  suite: string,
  trialsFor: (target: string) => Iterable<Trial>,
): Promise<Covered[]> {
  const covered: Covered[] = [];
  for (const { target, origin } of await recordedTargets(root, suite)) {
    const read = await readRecording(root, suite, target).catch(damaged);
    if (read === undefined) {
      covered.push({ target, origin, whole: true, answered: false, read });
      continue;
    }
    const { header, attempts } = read.recording;
    const trials = [...trialsFor(target)].filter((trial) => trial.target === target);
    const asked = [...(await askedKeys(trials, header))];
    const often = new Set(attempts.map(({ trial }) => trial).filter((trial) => !isFollow(trial))).size;
    const all = new Set(attempts.map(({ key }) => key));
    const well = new Set(attempts.filter(hasAnswer).map(({ key }) => key));
    const whole = often >= trials.length && asked.every((key) => all.has(key));
    covered.push({ target, origin, whole, answered: asked.every((key) => well.has(key)), read });
  }
  return covered;
}

function damaged(error: unknown): undefined {
  if (error instanceof UserError) return undefined;
  throw error;
}
