import { Day } from "../../../src/domain/date.ts";
import type { Calibration } from "../../../src/domain/health.ts";
import type { Measurement } from "../../../src/domain/measurement.ts";
import { LANGS, type Lang } from "../../../src/domain/prompt.ts";
import type { ClientHealth } from "../../../src/measure/latency/health.ts";
import type { LatencyFacts, TimelinePoint } from "../../../src/report/latency/facts.ts";
import { Rows } from "../../../src/report/rows.ts";
import { counts, differences, full, rowsOf } from "./figures.ts";

const both = (target: string, of: (target: string, lang: Lang) => Measurement[]): Measurement[] =>
  LANGS.flatMap((lang) => of(target, lang));

/** Targets with all there is, with a hundred answers, with few, with two models behind them, and a silent one. */
export const everything: readonly Measurement[] = [
  ...both("a/full", (target, lang) => [...full(target, lang, lang === "ko" ? 1 : 0.9, 72), ...counts(target, lang)]),
  ...rowsOf("a/full", "ko-en", { input_token_ratio: [1.316] }),
  ...differences("a/full", {
    ttft_ms: [41.24, 22.1, 60.6, 72, 24],
    ttfvt_ms: [1000, 900, 1101, 72, 24],
    e2e_ms: [-215.4, -301, -120, 72, 24],
    chars_per_s: [-190.1, -210, -170, 72, 24],
  }),
  ...both("b/hundred", (target, lang) => [...full(target, lang, 0.5, 144), ...counts(target, lang)]),
  ...differences("b/hundred", { ttft_ms: [3.21, -8.4, 14.8, 144, 24], chars_per_s: [4.2, 1.1, 7.3, 144, 24] }),
  ...rowsOf("c/few", "ko", {
    trials: [3],
    "endings complete": [3],
    "ttft_ms p50": [8.25, undefined, undefined, 3, 3],
    "ttft_ms p90": [9.5, undefined, undefined, 3, 3],
    "ttft_ms max": [11, undefined, undefined, 3, 3],
    attempt_failure: [0, undefined, undefined, 3],
    retry_rate: [0, undefined, undefined, 3],
    eventual_failure: [0, undefined, undefined, 3],
    usd_spent: [undefined, 0.001],
  }),
  ...differences("c/few", { ttft_ms: [-0.04, undefined, undefined, 3, 3] }),
  ...both("d/moved", (target, lang) => [
    ...full(target, lang, 1.5, 40, "m-1"),
    ...full(target, lang, 2, 32, "m-2"),
    ...counts(target, lang),
  ]),
  ...both("e/silent", (target, lang) =>
    rowsOf(target, lang, {
      trials: [24],
      attempt_failure: [1, 0.862, 1, 24],
      "attempt_failure overloaded": [1, undefined, undefined, 24],
      retry_rate: [0, 0, 0.138, 24],
      eventual_failure: [1, 0.862, 1, 24],
      "eventual_failure overloaded": [1, undefined, undefined, 24],
      unresolved: [24],
    }),
  ),
];

/** Where an answer began, by hand: a wave, with a failure now and then. */
export const timelineOf = (targets: readonly string[], points: number, seconds: number): TimelinePoint[] =>
  targets.flatMap((target, place) =>
    Array.from({ length: points }, (_, i): TimelinePoint => {
      const fails = i % 23 === 7;
      return {
        target,
        lang: i % 2 === 0 ? "ko" : "en",
        at: points === 1 ? 0 : (i / (points - 1)) * seconds,
        ttftMs: fails ? undefined : 300 * (1 + place / 3) * (1 + ((i * 37) % 100) / 90) * (i > points * 0.7 ? 1.8 : 1),
        failure: fails ? "overloaded" : undefined,
      };
    }),
  );

/** The curves of such a timeline. */
export const curvesOf = (timeline: readonly TimelinePoint[]): LatencyFacts["curves"] =>
  [...new Set(timeline.map(({ target }) => target))].flatMap((target) =>
    LANGS.map((lang) => ({
      target,
      lang,
      ttftMs: timeline
        .flatMap((point) => (point.target === target && point.lang === lang ? (point.ttftMs ?? []) : []))
        .sort((a, b) => a - b),
    })),
  );

export const health: ClientHealth = {
  processes: 1,
  windows: 310,
  late: 2,
  lateTrials: 1,
  trials: 483,
  limited: false,
  worstDelayMs: 7.4,
  mostUtilisation: 0.63,
  gcMs: 212,
  mostLoad: 1.25,
  cores: 2,
  mostSockets: 9,
};

export const calibration: Calibration = {
  "tokenwon.calibration": 1,
  day: "2026-11-24",
  node: "20.20.2",
  processor: "AMD EPYC",
  cores: 2,
  load: 0.4,
  levels: [
    {
      streams: 32,
      chunks_per_s: 1400,
      ttft_error_p50_ms: 1,
      ttft_error_p99_ms: 3,
      chunk_error_p99_ms: 1,
      delay_p99_ms: 1,
      utilisation: 0.14,
      n: 192,
    },
    {
      streams: 1,
      chunks_per_s: 43,
      ttft_error_p50_ms: 2.04,
      ttft_error_p99_ms: 3.2,
      chunk_error_p99_ms: 0.5,
      delay_p99_ms: 0.9,
      utilisation: 0.02,
      n: 20,
    },
  ],
  knee: 192,
};

const timeline = timelineOf(["a/full", "b/hundred", "d/moved"], 72, 150).concat(timelineOf(["c/few"], 3, 20));

/** A live run of all targets, without a fault of its own. */
export const facts: LatencyFacts = {
  targets: [
    { target: "a/full", asked: true, answered: true, served: ["full-1"] },
    { target: "b/hundred", asked: true, answered: true, served: [] },
    { target: "c/few", asked: true, answered: true, served: ["few"] },
    { target: "d/moved", asked: true, answered: true, served: ["m-1", "m-2"] },
    { target: "e/silent", asked: true, answered: false, served: [] },
    { target: "f/never", asked: false, answered: false, served: [] },
  ],
  langs: LANGS,
  prompts: 24,
  planned: 864,
  asked: 483,
  grade: { evidence: "live", attempts: 507, of: 507 },
  days: "2026-11-25",
  profiles: "article-2026-01-29",
  load: { concurrency: 4 },
  nonce: true,
  limitedRecordings: [],
  slos: [
    {
      name: "chat",
      title: { en: "Chat", ko: "대화" },
      ttft_ms: 2000,
      tpot_ms: 200,
      source: { en: "MLPerf Inference, Llama 2 70B, server", ko: "MLPerf Inference, Llama 2 70B, server" },
    },
    {
      name: "voice",
      title: { en: "Voice", ko: "음성" },
      ttfvt_ms: 450,
      e2e_ms: 30_000,
      chars_per_s: 12.5,
      source: { en: "assumed: nobody likes to wait.", ko: "가정: 기다리기를 좋아하는 사람은 없습니다." },
    },
  ],
  curves: curvesOf(timeline),
  timeline: timeline.concat({ target: "e/silent", lang: "ko", at: 12, ttftMs: undefined, failure: "overloaded" }),
  health,
  calibration,
  published: {
    name: "article-2026-01-29",
    date: Day.parse("2026-01-29"),
    rows: [
      { target: "a/full", ttftMs: { low: 300, high: 800 }, tokensPerS: { low: 90, high: 100 } },
      { target: "d/moved", ttftMs: { low: 200, high: 500 }, tokensPerS: { low: 60, high: 80 } },
      { target: "z/elsewhere", ttftMs: { low: 200, high: 500 }, tokensPerS: { low: 120, high: 150 } },
    ],
  },
  resamples: 2000,
  seed: 20260129,
  book: "2026-11-24",
  day: Day.parse("2026-11-24"),
  log: "runs/latency-1/attempts.jsonl",
  recordings: undefined,
  run: "latency-1",
  command: "npm run eval -- --suite latency --mode live",
  liveCommand: "npm run eval -- --suite latency --mode live --target openai/gpt-6-luna",
};

export const rows = new Rows(everything);
