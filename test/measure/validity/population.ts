import type { Random } from "../../../src/measure/random.ts";
import type { Trial } from "../../../src/measure/validity/tally.ts";

/** Trials of one item in one language, and attempts of a trial at most. */
export const REPETITIONS = 3;
export const CAP = 3;
/** Each failed answer and its message make the next prompt dearer by this share of the first. */
const GROWTH = 0.4;
/** A failed answer costs this share of a valid one: some break off. */
const FAILED_COST = 0.8;
/** Spread of items and of attempts, as standard deviations of logarithms. */
const ITEM_SPREAD = 0.4;
const ATTEMPT_SPREAD = 0.1;
/** Dollars of an item's first attempt in the mean. */
const PRICE = { ko: 0.0021, en: 0.0014 } as const;

/** How often an attempt fails, by language, and how alike attempts on one item are: 0 makes all items equally hard. */
export type Mix = { readonly ko: number; readonly en: number; readonly correlation: number };

/** A standard normal number (Box & Muller 1958). */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A gamma number of this shape (Marsaglia & Tsang 2000). */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * How often attempts on an item fail in either language: beta numbers with these means, whose trials have this intraclass
 * correlation. What is hard in one language is hard in the other: both are made of the same gamma numbers as far as they go.
 */
function hardness({ ko, en, correlation }: Mix, random: Random): { ko: number; en: number } {
  if (correlation === 0) return { ko, en };
  const size = (1 - correlation) / correlation;
  const hard = gamma(Math.min(ko, en) * size, random);
  const easy = gamma((1 - Math.max(ko, en)) * size, random);
  const between = ko === en ? 0 : gamma(Math.abs(ko - en) * size, random);
  const all = hard + between + easy;
  return { ko: (hard + (ko > en ? between : 0)) / all, en: (hard + (en > ko ? between : 0)) / all };
}

/** Trials of so many items in both languages, asked again with the message of the fault. */
export function drawTrials(
  items: number,
  mix: Mix,
  random: Random,
  repetitions = REPETITIONS,
): { ko: Trial[]; en: Trial[] } {
  const drawn = { ko: [] as Trial[], en: [] as Trial[] };
  for (let item = 0; item < items; item++) {
    const fails = hardness(mix, random);
    const length = Math.exp(ITEM_SPREAD * normal(random) - ITEM_SPREAD ** 2 / 2);
    for (const lang of ["ko", "en"] as const) {
      for (let repetition = 0; repetition < repetitions; repetition++) {
        drawn[lang].push(drawTrial(item, fails[lang], length * PRICE[lang], random));
      }
    }
  }
  return drawn;
}

function drawTrial(item: number, fails: number, price: number, random: Random): Trial {
  let [usd, firstUsd, attempts] = [0, 0, 0];
  let valid = false;
  while (!valid && attempts < CAP) {
    valid = random() >= fails;
    const noise = Math.exp(ATTEMPT_SPREAD * normal(random) - ATTEMPT_SPREAD ** 2 / 2);
    usd += price * (1 + GROWTH * attempts) * (valid ? 1 : FAILED_COST) * noise;
    if (attempts === 0) firstUsd = usd;
    attempts++;
  }
  return {
    item,
    attempts,
    firstValid: valid && attempts === 1,
    finalValid: valid,
    tokens: usd * 1e6,
    usd,
    firstTokens: firstUsd * 1e6,
    firstUsd,
  };
}

/** What is true of the population. */
export type Truth = {
  readonly firstValid: number;
  readonly finalValid: number;
  readonly attempts: number;
  readonly usd: number;
  /** What the article's formula says when it is given the true price and rate. */
  readonly article: number;
};

/** From the moments of the beta distribution: the k-th is how often k attempts on an item all fail. */
export function truthOf(lang: "ko" | "en", mix: Mix): Truth {
  const fails = mix[lang];
  const spread = mix.correlation / (1 - mix.correlation);
  const moments = [1];
  for (let k = 0; k < CAP; k++) moments.push((moments[k] ?? 0) * ((fails + k * spread) / (1 + k * spread)));
  const moment = (k: number): number => moments[k] ?? 0;
  let [attempts, usd] = [0, 0];
  for (let k = 0; k < CAP; k++) {
    attempts += moment(k);
    usd += PRICE[lang] * (1 + GROWTH * k) * (moment(k) - (1 - FAILED_COST) * moment(k + 1));
  }
  const finalValid = 1 - moment(CAP);
  const price = PRICE[lang] * (1 - (1 - FAILED_COST) * fails);
  return {
    firstValid: 1 - fails,
    finalValid,
    attempts: attempts / finalValid,
    usd: usd / finalValid,
    article: price * (1 + fails),
  };
}
