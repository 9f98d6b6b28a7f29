import { GptEncoding } from "gpt-tokenizer/GptEncoding";
import { seeded } from "../../src/measure/random.ts";
import { countTexts } from "../../src/tokenize/count-texts.ts";
import { loadEncoding } from "../../src/tokenize/encoding.ts";
import { referenceCounter } from "../../src/tokenize/reference.ts";
import { koreanCorpus } from "./corpus.ts";
import { median, type Row, seconds } from "./row.ts";

const MEGABYTES = 20;
/** js-tiktoken is so slow on Korean that it gets a twentieth of the text. */
const REFERENCE_SHARE = 0.05;
const ROUNDS = 3;

/** Shares of words that no counter has seen before; real text lies between. */
const NEW_WORDS = [0, 0.3];

/** 20 MB of Korean on o200k_base: all cores and one thread of ours, beside one thread of gpt-tokenizer and js-tiktoken. */
export async function benchCounting(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const share of NEW_WORDS) rows.push(...(await benchCorpus(share)));
  return rows;
}

async function benchCorpus(newWords: number): Promise<Row[]> {
  const texts = koreanCorpus(MEGABYTES * 1e6, newWords, seeded(1));
  // Three times the text, where threads are worth their start whatever the text.
  const many = [...texts, ...koreanCorpus(2 * MEGABYTES * 1e6, newWords, seeded(2))];
  const few = texts.slice(0, Math.ceil(texts.length * REFERENCE_SHARE));
  const { ranks } = await loadEncoding("o200k_base");
  const gpt = GptEncoding.getEncodingApi("o200k_base", () => ranks);
  const plain = { disallowedSpecial: new Set<string>() };
  const reference = referenceCounter("o200k_base");
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const oursOn = async (some: readonly string[], threads?: number): Promise<number> =>
    sum((await countTexts(["o200k_base"], some, threads === undefined ? {} : { threads })).get("o200k_base") ?? []);

  const times: Record<"usual" | "alone" | "large" | "gpt" | "count", number[]> = {
    usual: [],
    alone: [],
    large: [],
    gpt: [],
    count: [],
  };
  const totals = new Set<number>();
  // The four take turns, so that a slow spell of the machine falls on all of them.
  for (let round = 0; round < ROUNDS; round++) {
    times.gpt.push(await seconds(() => totals.add(sum(texts.map((text) => gpt.encode(text, plain).length)))));
    times.count.push(await seconds(() => totals.add(sum(texts.map((text) => gpt.countTokens(text, plain))))));
    times.usual.push(await seconds(async () => totals.add(await oursOn(texts))));
    times.large.push(await seconds(() => oursOn(many)));
    times.alone.push(await seconds(async () => totals.add(await oursOn(texts, 1))));
  }
  const fewTotals = new Set<number>();
  const slow = await seconds(() => fewTotals.add(sum(few.map(reference))));
  fewTotals.add(await oursOn(few, 1));
  if (totals.size !== 1 || fewTotals.size !== 1) throw new Error("The counters do not agree.");

  const row = (what: string, took: readonly number[], megabytes = MEGABYTES): Row => ({
    name: `${what}, ${newWords * 100} % new words`,
    figure: `${(megabytes / median(took)).toFixed(1)} MB/s`,
    beside: `${(median(times.gpt) / MEGABYTES / (median(took) / megabytes)).toFixed(2)} × gpt-tokenizer`,
    spread:
      took.length > 1
        ? `${Math.min(...took).toFixed(2)}–${Math.max(...took).toFixed(2)} s`
        : `${took[0]?.toFixed(2) ?? ""} s`,
  });
  return [
    row("tokenwon", times.usual),
    row("tokenwon, one thread", times.alone),
    row(`tokenwon, ${3 * MEGABYTES} MB, all cores`, times.large, 3 * MEGABYTES),
    row("gpt-tokenizer encode, one thread", times.gpt),
    row("gpt-tokenizer countTokens, one thread", times.count),
    row(`js-tiktoken, one thread (${MEGABYTES * REFERENCE_SHARE} MB)`, [slow], MEGABYTES * REFERENCE_SHARE),
  ];
}
