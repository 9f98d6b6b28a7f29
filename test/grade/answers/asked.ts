import { z } from "zod";
import type { FinishReason } from "../../../src/domain/finish.ts";
import { defineTask } from "../../../src/domain/task.ts";

/** A small task that the answers of the table are held against. */
export const small = defineTask({
  name: "small",
  title: { en: "A small order", ko: "작은 주문" },
  level: "flat",
  instruction: { en: "Take down the order.", ko: "주문을 정리하세요." },
  schema: z.strictObject({
    name: z.string().min(1),
    total: z.int().min(0).max(1_000_000),
    due: z.iso.date().nullable(),
    mood: z.enum(["good", "bad", "so_so"]),
    tags: z.array(z.string()).max(4),
    paid: z.boolean(),
  }),
  names: { name: "상품명", total: "합계", due: "기한", mood: "기분", tags: "태그", paid: "결제" },
  values: { good: "좋음", bad: "나쁨", so_so: "그저_그럼" },
  compare: { due: "date", mood: "exact", tags: "set" },
});

/** What is right, by the text of each field. */
const RIGHT = {
  ko: {
    name: '"린넨 커튼"',
    total: "38000",
    due: '"2026-11-24"',
    mood: '"good"',
    tags: '["빨강","파랑"]',
    paid: "true",
  },
  en: {
    name: '"Linen Curtain"',
    total: "38000",
    due: '"2026-11-24"',
    mood: '"good"',
    tags: '["red","blue"]',
    paid: "true",
  },
};
export type Lang = keyof typeof RIGHT;

export const expectedIn = (lang: Lang): unknown => JSON.parse(answer(lang));

/** The right answer with some fields written otherwise, left out (undefined) or added. */
export function answer(lang: Lang, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const fields: Readonly<Record<string, string | undefined>> = { ...RIGHT[lang], ...changes };
  const written = Object.entries(fields).flatMap(([key, text]) => (text === undefined ? [] : [`"${key}":${text}`]));
  return `{${written.join(",")}}`;
}

export const ko = (changes?: Readonly<Record<string, string | undefined>>): string => answer("ko", changes);
export const en = (changes?: Readonly<Record<string, string | undefined>>): string => answer("en", changes);

/** An answer by hand and how it is to be graded. */
export type Row = {
  readonly name: string;
  readonly lang: Lang;
  readonly text: string;
  readonly finish?: FinishReason;
  readonly fields?: "ko";
  /** As in `raw valid`, `fence repaired`, `extracted invalid`, `none invalid`. */
  readonly is: string;
  /** Kinds with their paths, in order: `wrong-type:total, prose`. */
  readonly faults: string;
  /** Paths that are not right. */
  readonly wrong: string;
};

type More = Pick<Row, "finish" | "fields">;

/** A row in Korean, and one in English. */
export const inKorean = (name: string, text: string, is: string, faults = "", wrong = "", more: More = {}): Row => ({
  ...{ name, text, is, faults, wrong, ...more },
  lang: "ko",
});
export const inEnglish = (name: string, text: string, is: string, faults = "", wrong = "", more: More = {}): Row => ({
  ...inKorean(name, text, is, faults, wrong, more),
  lang: "en",
});
