import type { Grade } from "../domain/grade.ts";
import type { Question } from "../domain/question.ts";
import type { Trial } from "../domain/trial.ts";

/** An answer that was not valid. */
export type FailedAnswer = { readonly text: string; readonly grade: Grade };

/** How trials whose answers are not valid are gone on with. */
export type FollowPlan = {
  /** Names of the ways of asking again, in their order. */
  readonly ways: readonly string[];
  /** Most answers of a trial by each way, the first one included. */
  readonly answers: number;
  /** Whether anything follows the answers to a case. */
  readonly isFollowed: (name: string) => boolean;
  /** Whom a way asks. */
  readonly targetOf: (way: string, target: string) => string;
  /** What it asks after these answers. */
  readonly questionOf: (way: string, trial: Trial, answers: readonly FailedAnswer[]) => Omit<Question, "model">;
};

/** What may follow the trials of a plan. Its places come after those of all trials: there are as many for each of them. */
export type Follows = {
  readonly ways: readonly string[];
  readonly answers: number;
  /** How many places there are, those of trials too. */
  readonly places: number;
  /** For each way the places in the order of asking; none where nothing follows. */
  readonly waysOf: (trial: number) => readonly (readonly number[])[];
  /** Whose place it is: its trial, its way, and which answer of the trial it asks for, from 2. */
  readonly of: (place: number) => { readonly trial: number; readonly way: string; readonly answer: number };
  readonly targetAt: (place: number) => string;
  /** What is asked there; without the answers before it, something that is as long as it may become. */
  readonly at: (place: number, answers?: readonly FailedAnswer[]) => Trial;
  /** The place of what follows a trial as `again.2`; undefined for what is not planned. */
  readonly indexOf: (trial: number, as: string) => number | undefined;
};

/** The trials that something follows. */
type Followed = {
  readonly length: number;
  readonly at: (trial: number) => Trial;
  readonly caseAt: (trial: number) => string;
  readonly targetAt: (trial: number) => string;
};

export function followsOf(plan: Followed, followed: FollowPlan): Follows {
  const { ways, answers, isFollowed, targetOf, questionOf } = followed;
  const perWay = answers - 1;
  const perTrial = ways.length * perWay;
  const placeOf = (trial: number, way: number, answer: number): number =>
    plan.length + trial * perTrial + way * perWay + (answer - 2);
  const of: Follows["of"] = (place) => {
    const within = place - plan.length;
    const rest = within % perTrial;
    return {
      trial: Math.floor(within / perTrial),
      way: ways[Math.floor(rest / perWay)] ?? "",
      answer: 2 + (rest % perWay),
    };
  };
  const targetAt: Follows["targetAt"] = (place) => {
    const { trial, way } = of(place);
    return targetOf(way, plan.targetAt(trial));
  };
  return {
    ways,
    answers,
    places: plan.length * (1 + perTrial),
    waysOf: (trial) =>
      isFollowed(plan.caseAt(trial))
        ? ways.map((_, way) => Array.from({ length: perWay }, (_, i) => placeOf(trial, way, i + 2)))
        : [],
    of,
    targetAt,
    at: (place, given) => {
      const { trial, way, answer } = of(place);
      const first = plan.at(trial);
      const as = `${way}.${answer}`;
      const before = given ?? Array.from({ length: answer - 1 }, () => longest(first));
      return {
        ...first,
        id: `${first.id} ${as}`,
        target: targetAt(place),
        follows: { trial: first.id, as },
        question: questionOf(way, first, before),
      };
    },
    indexOf: (trial, as) => {
      const [, way = "", answer = ""] = /^([a-z]+)\.([1-9]\d*)$/.exec(as) ?? [];
      const place = ways.indexOf(way);
      const number = Number(answer);
      const planned = place >= 0 && number >= 2 && number <= answers && isFollowed(plan.caseAt(trial));
      return planned ? placeOf(trial, place, number) : undefined;
    },
  };
}

/** An answer has no more tokens than it may have, and a text no more tokens than bytes. */
const longest = ({ question: { maxOutputTokens = 0 } }: Trial): FailedAnswer => ({
  text: "0".repeat(maxOutputTokens),
  grade: UNREAD,
});

const UNREAD: Grade = {
  valid: false,
  repaired: false,
  steps: { raw: "failed", fence: "failed", extracted: "failed", schema: "skipped", fields: "skipped" },
  faults: [],
};
