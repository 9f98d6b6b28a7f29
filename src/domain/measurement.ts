import { z } from "zod";
import { Day } from "./date.ts";
import { Evidence } from "./evidence.ts";
import { ANSWER_METRICS } from "./metrics/answers.ts";
import { MONEY_METRICS } from "./metrics/money.ts";
import { TOKEN_METRICS } from "./metrics/tokens.ts";
import { VALIDITY_METRICS } from "./metrics/validity.ts";

/** Every metric: its unit, and the formula that `--explain` prints. */
export const METRICS = { ...TOKEN_METRICS, ...MONEY_METRICS, ...ANSWER_METRICS, ...VALIDITY_METRICS } as const;
export type Metric = keyof typeof METRICS;

/** One row of `measurements.csv`: the one table that every report is rendered from. Missing is undefined, never 0. */
export const Measurement = z.strictObject({
  suite: z.string(),
  metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]),
  unit: z.string(),
  target: z.string().optional(),
  tokenizer: z.string().optional(),
  domain: z.string(),
  lang: z.enum(["ko", "en", "ko-en"]),
  condition: z.string().optional(),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Confidence level of [low, high] when it is an interval; empty when it is an assumed range. */
  confidence: z.number().optional(),
  /** Pairs behind the value, and documents they come from; empty where a value rests on none (a price). */
  n: z.int().nonnegative().optional(),
  clusters: z.int().nonnegative().optional(),
  evidence: Evidence,
  source: z.string(),
  price_date: Day.optional(),
  run: z.string(),
});
export type Measurement = z.infer<typeof Measurement>;

/** The columns of `measurements.csv`, in order. */
export const COLUMNS = Object.keys(Measurement.shape) as readonly (keyof Measurement)[];
