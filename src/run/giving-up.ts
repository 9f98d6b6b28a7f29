import type { Attempt } from "../domain/attempt.ts";
import { isHopeless } from "../domain/failure.ts";
import type { Ends } from "./ends.ts";
import { errorRate } from "./error-rate.ts";
import type { Tally } from "./tally.ts";
import type { TrialsInput } from "./trials-input.ts";

export type GivingUp = {
  /** The target is not asked any more. */
  readonly giveUp: (target: string, why: string) => void;
  /** Gives its target up if this attempt says that nothing more can come of it. */
  readonly look: (target: string, line: Attempt) => void;
  /** Whether the recording of a target was followed to its end. */
  readonly hasEnded: (target: string) => boolean;
};

type Input = Pick<TrialsInput<unknown>, "plan" | "maxErrorRate" | "hopeless" | "onEvent">;

/** When a target is asked no more: it refuses for good, or too many of its requests fail. */
export function givingUp(input: Input, tallyFor: (target: string) => Tally, ends: Ends): GivingUp {
  const rates = new Map(input.plan.targets.map((target) => [target, errorRate(input.maxErrorRate)]));
  const ended = new Set<string>();
  const giveUp = (target: string, why: string): void => {
    if (tallyFor(target).stopped() !== undefined) return;
    tallyFor(target).stop(why);
    ends.end(target);
    input.onEvent({ event: "target-stopped", target, why });
  };
  return {
    giveUp,
    hasEnded: (target) => ended.has(target),
    look: (target, line) => {
      const failure = line["tokenwon.failure"];
      if (input.hopeless === "follow") {
        if (failure !== undefined && isHopeless(failure.kind)) ended.add(target);
        return;
      }
      if (failure?.kind === "aborted") return;
      // What was lost here says nothing of the target.
      if (failure?.kind === "client" && failure.retry) return;
      if (failure !== undefined && isHopeless(failure.kind)) giveUp(target, `${failure.kind}: ${failure.message}`);
      else if (rates.get(target)?.tooHigh(failure !== undefined) === true) giveUp(target, TOO_MANY);
    },
  };
}

const TOO_MANY = "too many of its requests fail";
