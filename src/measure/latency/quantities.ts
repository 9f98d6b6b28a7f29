import type { Metric } from "../../domain/measurement.ts";
import { LEAST_SPAN } from "../chars-per-second.ts";
import { type Columns, msAt } from "../table/columns.ts";
import { outputTokens } from "./tokens.ts";

/** A figure of one attempt: NaN where there is none. */
export type Of = (columns: Columns, row: number) => number;

/**
 * More tokens than this in a chunk, on average, and a stream is coarse: how many tokens came with the first chunk is not
 * known, so that its time per token is too short by up to one part in as many as there were chunks.
 */
export const COARSE = 4;

const at = (column: ArrayLike<number>, row: number): number => column[row] ?? Number.NaN;

/** Thinking that was billed and of which nothing was streamed: the first output was visible text. */
export const hidesThinking = ({ told, thinking, ttft, ttfvt }: Columns, row: number): boolean =>
  told[row] === 1 && at(thinking, row) > 0 && ttft[row] === ttfvt[row];

/** Tokens that were streamed: thinking only where a first output came before the first visible text. */
const streamed = (columns: Columns, row: number): number => {
  const shown = msAt(columns.ttfvt, row) > msAt(columns.ttft, row);
  return at(columns.visible_output, row) + (shown ? at(columns.thinking, row) : 0);
};

/** True for a stream of far fewer chunks than tokens, or of chunks that came together. False where nobody told the tokens. */
export const isCoarse = (columns: Columns, row: number): boolean =>
  streamed(columns, row) > COARSE * at(columns.bursts, row);

const tpot: Of = (columns, row) => msAt(columns.tpot, row);

const perSecond =
  (count: Of): Of =>
  (columns, row) => {
    const span = msAt(columns.e2e, row) - msAt(columns.ttfvt, row);
    return span >= LEAST_SPAN ? (count(columns, row) * 1000) / span : Number.NaN;
  };

type Quantity = readonly [metric: Metric, of: Of];

const thinking: Of = ({ ttft, ttfvt }, row) =>
  msAt(ttfvt, row) > msAt(ttft, row) ? msAt(ttfvt, row) - msAt(ttft, row) : Number.NaN;

const ttft: Of = (columns, row) => msAt(columns.ttft, row);
const ttfvt: Of = (columns, row) => msAt(columns.ttfvt, row);
const ttfb: Of = (columns, row) => msAt(columns.ttfb, row);
const e2e: Of = (columns, row) => msAt(columns.e2e, row);
/** In no time at all there is no speed. */
const perMs = (ms: number): number => (ms > 0 ? 1000 / ms : Number.NaN);
const decodeSpeed: Of = (columns, row) => perMs(tpot(columns, row));
const wholeSpeed: Of = (columns, row) => outputTokens(columns, row) * perMs(msAt(columns.e2e, row));

/** Times of an answer, of which the long ones matter. */
export const TIMES: readonly Quantity[] = [
  ["ttft_ms", ttft],
  ["ttfvt_ms", ttfvt],
  ["ttfb_ms", ttfb],
  ["e2e_ms", e2e],
  ["tpot_ms", tpot],
  ["thinking_ms", thinking],
];

/** Speeds, of which the low ones matter. */
export const SPEEDS: readonly Quantity[] = [
  ["tokens_per_s", decodeSpeed],
  ["e2e_tokens_per_s", wholeSpeed],
  ["chars_per_s", perSecond((columns, row) => at(columns.chars, row))],
  ["bytes_per_s", perSecond((columns, row) => at(columns.bytes, row))],
];

/** Figures that may be compared between languages: those without tokens. */
export const COMPARED: readonly Metric[] = ["ttft_ms", "ttfvt_ms", "e2e_ms", "chars_per_s"];

/** The figure of an attempt by its metric. */
export const quantityOf = (metric: Metric): Of => {
  const found = [...TIMES, ...SPEEDS].find(([name]) => name === metric);
  if (found === undefined) throw new Error(`${metric} is no figure of one attempt`);
  return found[1];
};
