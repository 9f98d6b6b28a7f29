import { LANGS, type Lang, type Prompt } from "../domain/prompt.ts";
import type { Trial } from "../domain/trial.ts";
import { type Case, promptCases } from "./case.ts";
import { type FollowPlan, type Follows, followsOf } from "./follows.ts";
import { nonceOf, withNonce } from "./nonce.ts";

/** How much of what can be asked is asked, and how often. */
export type Amount = {
  /** Most cases to ask: a case is one side of a pair under one condition. */
  readonly limit?: number | undefined;
  /** Trials of a case on a target; default 1. */
  readonly repeat?: number | undefined;
  /** Trials in all, cycling the cases of all targets as often as it takes; instead of `repeat`. */
  readonly trials?: number | undefined;
};

type Asked = Amount & {
  readonly suite: { readonly name: string };
  readonly targets: readonly string[];
  /** Begins every question with a number of its own, made from this and the trial, so that no prompt cache knows it. */
  readonly salt?: string | undefined;
};

export type Plan = Asked & {
  readonly prompts: readonly Prompt[];
  /** Default: both. */
  readonly langs?: readonly Lang[] | undefined;
};

export type CasePlan = Asked & {
  readonly cases: readonly Case[];
  /** Undefined where nothing follows. */
  readonly followed?: FollowPlan | undefined;
};

/** What is planned, for whoever reports on it. */
export type Planned = Iterable<Trial> & {
  readonly length: number;
  readonly targets: readonly string[];
  /** Languages, and how many pairs, of those that are asked at all. */
  readonly langs: readonly Lang[];
  readonly pairs: number;
};

/**
 * The trials of a plan, each made when it is asked for: there may be very many. Their places are 0 … length − 1; what may
 * follow them has places after these, which all functions but those of the trials alone take too.
 */
export type TrialPlan = Planned & {
  /** @throws RangeError for a place that there is not */
  readonly at: (index: number) => Trial;
  /** The place of a trial, by its id, or of what follows it; undefined for what is not planned. */
  readonly indexOf: (id: string) => number | undefined;
  /** The target, the pair, the case, the language and the repetition (from 1) of a trial, without the trial being made. */
  readonly targetAt: (index: number) => string;
  readonly pairAt: (index: number) => string;
  readonly caseAt: (index: number) => string;
  readonly langAt: (index: number) => Lang;
  readonly repetitionAt: (index: number) => number;
  /** Trials of each repetition: those of one follow each other. */
  readonly perRepetition: number;
  readonly follows: Follows | undefined;
};

/** Every trial of prompts in their languages once, by repetition, prompt, language and target. */
export const trialPlan = ({ prompts, langs = LANGS, ...asked }: Plan): TrialPlan =>
  casePlan({ ...asked, cases: promptCases(prompts, langs) });

/** Every trial of cases once, by repetition, case and target. An id does not depend on what else is planned. */
export function casePlan({ suite, targets, cases: all, limit, salt, followed, ...more }: CasePlan): TrialPlan {
  const cases = all.slice(0, limit);
  const perRepetition = cases.length * targets.length;
  const length = perRepetition === 0 ? 0 : (more.trials ?? perRepetition * (more.repeat ?? 1));
  // Of fewer trials than cases the last ones are not asked.
  const planned = targets.length === 0 ? [] : cases.slice(0, Math.ceil(length / targets.length));
  const placeOfCase = new Map(cases.map(({ name }, i) => [name, i]));
  const placeOfTarget = new Map(targets.map((target, i) => [target, i]));

  /** The trial whose place it is, or whose answers something follows there. */
  const trialOf = (index: number): number =>
    index < length || follows === undefined ? index : follows.of(index).trial;
  const caseOf = (index: number): Case | undefined =>
    cases[Math.floor((trialOf(index) % perRepetition) / targets.length)];
  const repetitionAt = (index: number): number => Math.floor(trialOf(index) / perRepetition) + 1;
  const trialAt = (index: number): Trial => {
    const found = caseOf(index);
    const target = targets[(index % perRepetition) % targets.length];
    if (!Number.isInteger(index) || index < 0 || index >= length || found === undefined || target === undefined) {
      throw new RangeError(`there is no trial ${index} of ${length}`);
    }
    const repetition = repetitionAt(index);
    const { name, pair, lang } = found;
    const id = `${target} ${name} ${repetition}`;
    // Made when it is asked for: a question may cost a schema, a number costs a hash, and a report needs neither.
    let asked: Trial["question"] | undefined;
    return {
      id,
      suite: suite.name,
      target,
      case: name,
      pair,
      lang,
      repetition,
      get question() {
        return (asked ??= salt === undefined ? found.question : withNonce(found.question, nonceOf(`${salt} ${id}`)));
      },
    };
  };
  const firstOf = ([target = "", name = "", repetition = ""]: readonly string[]): number | undefined => {
    const place = placeOfTarget.get(target);
    const found = placeOfCase.get(name);
    if (place === undefined || found === undefined || !/^[1-9]\d*$/.test(repetition)) return undefined;
    const index = (Number(repetition) - 1) * perRepetition + found * targets.length + place;
    return index < length ? index : undefined;
  };
  const caseAt = (index: number): string => caseOf(index)?.name ?? "";
  const ownTargetAt = (index: number): string => targets[index % targets.length] ?? "";
  const follows = followed && followsOf({ length, at: trialAt, caseAt, targetAt: ownTargetAt }, followed);
  const isFirst = (index: number): boolean => follows === undefined || index < length;
  return {
    length,
    targets,
    perRepetition,
    follows,
    langs: LANGS.filter((lang) => planned.some((each) => each.lang === lang)),
    pairs: new Set(planned.map(({ pair }) => pair)).size,
    at: (index) => (isFirst(index) ? trialAt(index) : (follows?.at(index) ?? trialAt(index))),
    indexOf: (id) => {
      const [target = "", name = "", repetition = "", as, ...rest] = id.split(" ");
      const first = firstOf([target, name, repetition]);
      if (first === undefined || rest.length > 0) return undefined;
      return as === undefined ? first : follows?.indexOf(first, as);
    },
    targetAt: (index) => (isFirst(index) ? ownTargetAt(index) : (follows?.targetAt(index) ?? "")),
    pairAt: (index) => caseOf(index)?.pair ?? "",
    caseAt,
    langAt: (index) => caseOf(index)?.lang ?? "ko",
    repetitionAt,
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i++) yield trialAt(i);
    },
  };
}

/** All trials of a plan at once, for plans that are small. */
export const trialsOf = (plan: Plan): Trial[] => [...trialPlan(plan)];
