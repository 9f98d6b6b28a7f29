import type { FaultKind } from "../../../src/domain/grade.ts";
import { METRICS, type Measurement, type Metric } from "../../../src/domain/measurement.ts";
import type { Lang } from "../../../src/domain/prompt.ts";

/** A figure: value, its interval, n and clusters. */
export type Figure = readonly (number | undefined)[];

/** First answers to one condition in one language, and what they failed by. */
export type Answers = {
  readonly n: number;
  readonly items: number;
  readonly faults?: Readonly<Partial<Record<FaultKind, number>>>;
};

type Place = Pick<Measurement, "lang"> & {
  readonly target: string;
  readonly condition: string;
  readonly task?: string;
};

export const row = ({ target, lang, condition, task = "all" }: Place, metric: Metric, figure: Figure): Measurement => {
  const [value, low, high, n, clusters] = figure;
  return {
    suite: "json-validity",
    metric,
    unit: METRICS[metric].unit,
    target,
    domain: task,
    lang,
    condition,
    value,
    low,
    high,
    confidence: low === undefined ? undefined : 0.95,
    n,
    clusters,
    evidence: "live",
    source: "made by hand",
    run: "json-validity-1",
  };
};

/** Rows of a place, written as `{ first_try_valid: [0.95, 0.86, 0.98, 60, 20] }`. */
export const rowsOf = (place: Place, figures: Readonly<Partial<Record<Metric, Figure>>>): Measurement[] =>
  Object.entries(figures).map(([metric, figure]) => row(place, metric as Metric, figure));

/** A share with an interval about as wide as it would be; none of fewer than 20 items. */
export function share(value: number, n: number, items: number): Figure {
  const half = 1.96 * Math.sqrt(Math.max(value * (1 - value), 0.02) / items);
  return items < 20
    ? [value, undefined, undefined, n, items]
    : [value, Math.max(0, value - half), Math.min(1, value + half * 0.6), n, items];
}

/** Dollars of a first answer, by hand. */
const FIRST_USD = 0.00123;

/** Every figure of first answers: those not valid are the faults', a fifth of fences and prose can be repaired. */
export function firstRows(place: Place & { readonly lang: Lang }, { n, items, faults = {} }: Answers): Measurement[] {
  const of = (...kinds: readonly FaultKind[]): number => kinds.reduce((sum, kind) => sum + (faults[kind] ?? 0), 0);
  const failed = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const unread = of("refusal", "empty", "truncated", "trailing-comma", "quotes", "other-syntax", "fence", "prose");
  const valid = (n - failed) / n;
  return [
    ...rowsOf(place, {
      trials: [n + 1],
      api_trouble: [1],
      first_try_valid: share(valid, n, items),
      syntax_valid: share((n - unread) / n, n, items),
      repaired_valid: share(of("fence") / n, n, items),
      field_accuracy: [0.973, undefined, undefined, n, items],
      answer_right: share(valid * 0.8, n, items),
      within_item: [0.42, undefined, undefined, n, items],
      final_valid: share(valid, n, items),
      unresolved_share: [1 - valid, undefined, undefined, n, items],
      attempts_per_success: [1 / valid, 1 / valid, 1.2 / valid, n, items],
      tokens_per_success: [812 / valid, 800 / valid, 900 / valid, n, items],
      usd_per_success: [FIRST_USD / valid, (0.95 * FIRST_USD) / valid, (1.1 * FIRST_USD) / valid, n, items],
      article_usd_per_success: [FIRST_USD * (2 - valid), undefined, undefined, n, items],
      article_error: [-((1 - valid) ** 2) * 100, undefined, undefined, n, items],
    }),
    ...Object.entries(faults).map(([fault, count]) =>
      row({ ...place, condition: `${place.condition} ${fault}` }, "json_faults", [count]),
    ),
  ];
}

/** What asking again came to: from a share valid at first to one in the end. */
export const retryRows = (place: Place, first: number, final: number, n: number, items: number): Measurement[] => {
  const attempts = (1 + (1 - first) * 1.3) / final;
  return rowsOf(place, {
    final_valid: share(final, n, items),
    unresolved_share: [1 - final, undefined, undefined, n, items],
    attempts_per_success: [attempts, attempts * 0.98, attempts * 1.05, n, items],
    tokens_per_success: [812 * attempts * 1.02, 790 * attempts, 880 * attempts, n, items],
    usd_per_success: [FIRST_USD * attempts * 1.02, FIRST_USD * attempts, FIRST_USD * attempts * 1.1, n, items],
    extra_tokens: [812 * (attempts * 1.02 * final - 1), undefined, undefined, n, items],
    extra_usd: [FIRST_USD * (attempts * 1.02 * final - 1), undefined, undefined, n, items],
    article_usd_per_success: [FIRST_USD * (2 - first), undefined, undefined, n, items],
    article_error: [((2 - first) / (attempts * 1.02) - 1) * 100, undefined, undefined, n, items],
  });
};
