import { CONDITIONS, RETRIES } from "../../../src/domain/condition.ts";
import { Day } from "../../../src/domain/date.ts";
import type { Measurement } from "../../../src/domain/measurement.ts";
import { LANGS } from "../../../src/domain/prompt.ts";
import { Rows } from "../../../src/report/rows.ts";
import type { ValidityFacts } from "../../../src/report/validity/facts.ts";
import { type Answers, firstRows, retryRows, rowsOf, share } from "./figures.ts";

const sixty = (faults: Answers["faults"]): Answers => ({
  n: 60,
  items: 20,
  ...(faults === undefined ? {} : { faults }),
});

/** First answers of a target that was asked everything, by condition and language. */
const FULL = {
  prompt: {
    ko: sixty({
      truncated: 1,
      "trailing-comma": 1,
      quotes: 1,
      fence: 3,
      prose: 1,
      "missing-field": 1,
      "wrong-type": 1,
      "translated-value": 2,
      "number-words": 2,
      "date-format": 1,
    }),
    en: sixty({ truncated: 1, fence: 3, "extra-field": 1, "wrong-value": 1 }),
  },
  json: { ko: sixty({ "translated-value": 2, "number-words": 1, constraint: 2 }), en: sixty({ constraint: 2 }) },
  schema: { ko: sixty({ refusal: 1, constraint: 2 }), en: sixty({ constraint: 1 }) },
  tool: { ko: sixty({ "wrong-type": 2, constraint: 2 }), en: sixty({}) },
  "english-instructions": { ko: sixty({ fence: 2, "translated-value": 6 }) },
  "korean-fields": { ko: sixty({ fence: 4, "missing-field": 4, filter: 1, empty: 1, mojibake: 1 }) },
} as const satisfies Record<string, Partial<Record<"ko" | "en", Answers>>>;

const TASKS = ["order", "event"] as const;

const full = (target: string): Measurement[] => [
  ...Object.entries(FULL).flatMap(([condition, byLang]) =>
    Object.entries(byLang).flatMap(([lang, answers]) =>
      firstRows({ target, lang: lang as "ko" | "en", condition }, answers),
    ),
  ),
  ...TASKS.flatMap((task, i) =>
    LANGS.flatMap((lang) =>
      rowsOf(
        { target, lang, condition: "prompt", task },
        { first_try_valid: share(0.9 - i / 10, 60 - 30 * i, 20 - 10 * i) },
      ),
    ),
  ),
  ...LANGS.flatMap((lang) => [
    ...retryRows({ target, lang, condition: "prompt again" }, 0.77, 0.9, 60, 20),
    ...retryRows({ target, lang, condition: "prompt message" }, 0.77, 0.983, 60, 20),
    ...retryRows({ target, lang, condition: "prompt other" }, 0.77, 1, 59, 20),
  ]),
  ...(
    [
      ["prompt", [-0.1333, -0.249, -0.021, 60, 20], 0.164],
      ["json", [-0.05, -0.142, 0.038, 60, 20], 0.128],
      ["schema", [0.04, 0.003, 0.081, 60, 20], 0.071],
      ["tool", [-0.0667, undefined, undefined, 30, 10], undefined],
    ] as const
  ).flatMap(([condition, figure, detectable]) =>
    rowsOf(
      { target, lang: "ko-en", condition },
      {
        first_try_valid: figure,
        ...(detectable === undefined ? {} : { detectable_difference: [detectable, undefined, undefined, 60, 20] }),
        usd_per_success_ratio: [1.72, 1.6, 1.85, 60, 20],
      },
    ),
  ),
  ...rowsOf(
    { target, lang: "ko-en", condition: "prompt again" },
    {
      final_valid: [-0.0333, -0.1, 0.031, 60, 20],
      detectable_difference: [0.093],
      usd_per_success_ratio: [1.7, 1.58, 1.84],
    },
  ),
  ...(["json", "schema", "tool", "english-instructions", "korean-fields"] as const)
    .map((condition, i) =>
      rowsOf(
        { target, lang: "ko", condition },
        { validity_effect: [0.15 - i / 15, 0.06 - i / 15, 0.25 - i / 15, 60, 20] },
      ),
    )
    .flat(),
  ...rowsOf({ target, lang: "en", condition: "json" }, { validity_effect: [0.0667, undefined, undefined, 60, 12] }),
];

/** A target with all there is, one with few items and no known usage, one that only the API failed, one never asked. */
export const everything: readonly Measurement[] = [
  ...full("openai/gpt-full"),
  ...LANGS.flatMap((lang) =>
    rowsOf(
      { target: "b/few", lang, condition: "prompt" },
      {
        trials: [5],
        api_trouble: [0],
        first_try_valid: share(lang === "ko" ? 0.6 : 1, 5, 5),
        final_valid: share(lang === "ko" ? 0.6 : 1, 5, 5),
        unresolved_share: [lang === "ko" ? 0.4 : 0],
        syntax_valid: share(0.8, 5, 5),
      },
    ),
  ),
  ...rowsOf({ target: "b/few", lang: "ko", condition: "prompt prose" }, { json_faults: [1] }),
  ...rowsOf({ target: "b/few", lang: "ko", condition: "prompt lone-surrogate" }, { json_faults: [1] }),
  ...LANGS.flatMap((lang) =>
    rowsOf({ target: "c/silent", lang, condition: "prompt" }, { trials: [60], api_trouble: [60] }),
  ),
];

/** A live run of all targets. */
export const facts: ValidityFacts = {
  targets: [
    { target: "openai/gpt-full", asked: true, answered: true },
    { target: "b/few", asked: true, answered: true },
    { target: "c/silent", asked: true, answered: false },
    { target: "d/never", asked: false, answered: false },
  ],
  langs: LANGS,
  prompts: 20,
  planned: 2400,
  asked: 820,
  grade: { evidence: "live", attempts: 955, of: 955 },
  days: "2026-11-25",
  profiles: "article-2026-01-29",
  book: "2026-11-24",
  day: Day.parse("2026-11-24"),
  log: "runs/json-validity-1/attempts.jsonl",
  recordings: undefined,
  run: "json-validity-1",
  command: "npm run eval -- --suite json-validity --mode live",
  liveCommand: "npm run eval -- --suite json-validity --mode live --target openai/gpt-6-luna",
  tasks: [
    {
      name: "order",
      title: { en: "An order from a support chat", ko: "상담 채팅에서 주문 뽑기" },
      level: "nested",
      items: 20,
    },
    { name: "event", title: { en: "An event | with a date", ko: "공지에서 일정 뽑기" }, level: "flat", items: 10 },
  ],
  conditions: CONDITIONS,
  retries: RETRIES,
  others: new Map([
    ["openai/gpt-full", "b/few"],
    ["b/few", "openai/gpt-full"],
  ]),
  answers: 3,
  repetitions: 3,
  cut: false,
  full: false,
  itemsThere: 286,
  examples: [
    {
      fault: "empty",
      target: "openai/gpt-full",
      task: "order",
      item: "order-03",
      lang: "ko",
      condition: "korean-fields",
      path: undefined,
      text: "",
    },
    {
      fault: "fence",
      target: "openai/gpt-full",
      task: "order",
      item: "order-01",
      lang: "ko",
      condition: "prompt",
      path: undefined,
      text: '```json {"a": 1} ```',
    },
    {
      fault: "prose",
      target: "b/few",
      task: "order",
      item: "order-02",
      lang: "en",
      condition: "prompt",
      path: undefined,
      text: "Sure! | </details><script>alert(1)</script> **bold** \u202e",
    },
    {
      fault: "number-words",
      target: "openai/gpt-full",
      task: "order",
      item: "order-02",
      lang: "ko",
      condition: "prompt",
      path: "items[0].unit_price",
      text: '{"items":[{"unit_price":"삼만 원"…',
    },
  ],
  published: {
    name: "article-2026-01-29",
    date: Day.parse("2026-01-29"),
    rows: [
      { title: "GPT-4o", target: "openai/gpt-4o", price: 10, rate: 0.05, effective: 10.5 },
      { title: "Gemini Flash", target: "google/gemini-1.5-flash", price: 0.3, rate: 0.25, effective: 0.375 },
    ],
  },
};

export const rows = new Rows(everything);
