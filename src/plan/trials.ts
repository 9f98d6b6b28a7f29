import { LANGS, type Lang, type Prompt } from "../domain/prompt.ts";
import type { Trial } from "../domain/trial.ts";
import { nonceOf, withNonce } from "./nonce.ts";

export type Plan = {
  readonly suite: { readonly name: string };
  readonly targets: readonly string[];
  readonly prompts: readonly Prompt[];
  /** Default: both. */
  readonly langs?: readonly Lang[] | undefined;
  /** Most cases to ask: a case is one side of a prompt. */
  readonly limit?: number | undefined;
  /** Trials of a case on a target; default 1. */
  readonly repeat?: number | undefined;
  /** Trials in all, cycling the cases of all targets as often as it takes; instead of `repeat`. */
  readonly trials?: number | undefined;
  /** Begins every question with a number of its own, made from this and the trial, so that no prompt cache knows it. */
  readonly salt?: string | undefined;
};

/** What is planned, for whoever reports on it. */
export type Planned = Iterable<Trial> & {
  readonly length: number;
  readonly targets: readonly string[];
  /** Languages, and how many pairs, of those that are asked at all. */
  readonly langs: readonly Lang[];
  readonly pairs: number;
};

/** The trials of a plan, each made when it is asked for: there may be very many. */
export type TrialPlan = Planned & {
  /** @throws RangeError outside of 0 … length − 1 */
  readonly at: (index: number) => Trial;
  /** The place of a trial, by its id; undefined for one that is not planned. */
  readonly indexOf: (id: string) => number | undefined;
  /** The target, the pair, the language and the repetition (from 1) of a trial, without the trial being made. */
  readonly targetAt: (index: number) => string;
  readonly pairAt: (index: number) => string;
  readonly langAt: (index: number) => Lang;
  readonly repetitionAt: (index: number) => number;
  /** Trials of each repetition: those of one follow each other. */
  readonly perRepetition: number;
};

/**
 * Every trial of a plan once, by repetition, prompt, language and target. An id does not depend on what else is planned.
 */
export function trialPlan({ suite, targets, prompts, langs = LANGS, limit, ...more }: Plan): TrialPlan {
  const cases = prompts.flatMap((prompt) => langs.map((lang) => caseOf(prompt, lang))).slice(0, limit);
  const perRepetition = cases.length * targets.length;
  const length = perRepetition === 0 ? 0 : (more.trials ?? perRepetition * (more.repeat ?? 1));
  // Of fewer trials than cases the last ones are not asked.
  const planned = targets.length === 0 ? [] : cases.slice(0, Math.ceil(length / targets.length));
  const caseAt = new Map(cases.map(({ name }, i) => [name, i]));
  const targetPlace = new Map(targets.map((target, i) => [target, i]));

  const caseOfTrial = (index: number): Case | undefined => cases[Math.floor((index % perRepetition) / targets.length)];
  const repetitionAt = (index: number): number => Math.floor(index / perRepetition) + 1;
  const at = (index: number): Trial => {
    const within = index % perRepetition;
    const found = caseOfTrial(index);
    const target = targets[within % targets.length];
    if (!Number.isInteger(index) || index < 0 || index >= length || found === undefined || target === undefined) {
      throw new RangeError(`there is no trial ${index} of ${length}`);
    }
    const repetition = repetitionAt(index);
    const { name, pair, lang, question } = found;
    const id = `${target} ${name} ${repetition}`;
    const { salt } = more;
    const trial = { id, suite: suite.name, target, case: name, pair, lang, repetition };
    if (salt === undefined) return { ...trial, question };
    // Made when it is asked for: a number costs a hash, and a report needs none.
    let asked: Trial["question"] | undefined;
    return {
      ...trial,
      get question() {
        return (asked ??= withNonce(question, nonceOf(`${salt} ${id}`)));
      },
    };
  };
  return {
    length,
    targets,
    perRepetition,
    langs: langs.filter((lang) => planned.some((each) => each.lang === lang)),
    pairs: new Set(planned.map(({ pair }) => pair)).size,
    at,
    indexOf: (id) => {
      const [target = "", name = "", repetition = "", ...rest] = id.split(" ");
      const place = targetPlace.get(target);
      const found = caseAt.get(name);
      if (place === undefined || found === undefined || !/^[1-9]\d*$/.test(repetition) || rest.length > 0) {
        return undefined;
      }
      const index = (Number(repetition) - 1) * perRepetition + found * targets.length + place;
      return index < length ? index : undefined;
    },
    targetAt: (index) => targets[index % targets.length] ?? "",
    pairAt: (index) => caseOfTrial(index)?.pair ?? "",
    langAt: (index) => caseOfTrial(index)?.lang ?? "ko",
    repetitionAt,
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i++) yield at(i);
    },
  };
}

/** All trials of a plan at once, for plans that are small. */
export const trialsOf = (plan: Plan): Trial[] => [...trialPlan(plan)];

type Case = Pick<Trial, "pair" | "lang" | "question"> & { readonly name: string };

const caseOf = (prompt: Prompt, lang: Lang): Case => ({
  name: `${prompt.id}.${lang}`,
  pair: prompt.id,
  lang,
  question: questionOf(prompt, lang),
});

/** No temperature: models that think refuse one, and every vendor has a default of its own. */
const questionOf = (prompt: Prompt, lang: Lang): Trial["question"] => ({
  ...(prompt.system === undefined ? {} : { system: prompt.system[lang] }),
  messages: [{ role: "user", text: prompt[lang] }],
  maxOutputTokens: prompt.max_output_tokens,
  stream: true,
});
