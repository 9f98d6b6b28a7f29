import { JSON_FAULTS, type JsonFault } from "../../../src/domain/profile.ts";
import { ANSWERS, bodyOf, inProcess, type Mix, QUESTIONS, read, simulatorOf } from "./asked-simulator.ts";

/** Dollars of an answer in the mean of all items: without a fault, and with each. */
export type AnswerCosts = { readonly good: number; readonly faulty: Readonly<Record<JsonFault, number>> };

/** Asks every item once for each fault. */
export function answerCosts(seed: number): AnswerCosts {
  const mean = (json: Mix["json"]): number => {
    const send = inProcess(simulatorOf({ json, alike: 0 }, seed));
    const sum = QUESTIONS.reduce((all, question) => all + read(send(bodyOf(question, 10)) as string).usd, 0);
    return sum / QUESTIONS.length;
  };
  const faulty = Object.fromEntries(JSON_FAULTS.map((fault) => [fault, mean({ [fault]: 1 })]));
  return { good: mean({}), faulty: faulty as AnswerCosts["faulty"] };
}

/** What is true of a mix that asks the same again. */
export type Truth = {
  readonly firstValid: number;
  readonly finalValid: number;
  readonly attempts: number;
  readonly usd: number;
  /** What the article's formula says when it is given the true price and rate. */
  readonly article: number;
};

/**
 * From the moments of the beta distribution of how often something goes wrong with a prompt, of which the share `spoils`
 * makes an answer invalid: k answers of a prompt all fail in spoilsᵏ times the k-th moment.
 */
export function truthOf({ json, alike }: Mix, costs: AnswerCosts): Truth {
  const share = (fault: JsonFault): number => json[fault] ?? 0;
  const all = JSON_FAULTS.reduce((sum, fault) => sum + share(fault), 0);
  const spoils = 1 - share("duplicate-key") / all;
  const wrong = JSON_FAULTS.reduce((sum, fault) => sum + share(fault) * costs.faulty[fault], 0) / all;
  const spread = alike / (1 - alike);
  const moments = [1];
  for (let k = 0; k <= ANSWERS; k++) moments.push((moments[k] ?? 0) * ((all + k * spread) / (1 + k * spread)));
  const moment = (k: number): number => moments[k] ?? 0;
  let [attempts, usd] = [0, 0];
  for (let k = 0; k < ANSWERS; k++) {
    attempts += spoils ** k * moment(k);
    usd += spoils ** k * (moment(k) * costs.good + moment(k + 1) * (wrong - costs.good));
  }
  const finalValid = 1 - spoils ** ANSWERS * moment(ANSWERS);
  const rate = spoils * all;
  const price = costs.good + all * (wrong - costs.good);
  return {
    firstValid: 1 - rate,
    finalValid,
    attempts: attempts / finalValid,
    usd: usd / finalValid,
    article: price * (1 + rate),
  };
}
