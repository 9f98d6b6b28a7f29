import { readdirSync, readFileSync } from "node:fs";

const PAIRS = "datasets/pairs/ko-en";
const ENDINGS = [
  "은",
  "는",
  "이",
  "가",
  "을",
  "를",
  "에서",
  "으로",
  "까지",
  "했습니다",
  "하는",
  "입니다",
  "이라고",
  "",
];

/** The Korean side of the committed pairs. */
export const koreanTexts = (): string[] =>
  readdirSync(PAIRS)
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => readFileSync(`${PAIRS}/${file}`, "utf8").trim().split("\n"))
    .map((line) => (JSON.parse(line) as { ko: string }).ko);

/**
 * So many bytes of Korean: the committed words in random order, and among them a share of made-up ones of the same
 * syllables. Real text lies between none and many: every counter here caches words, and caches love repetition.
 */
export function koreanCorpus(bytes: number, newWords: number, random: () => number): string[] {
  const words = koreanTexts().flatMap((text) => text.split(/\s+/));
  const syllables = words.join("").match(/[가-힣]/g) ?? [];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const word = (): string => {
    if (random() >= newWords) return pick(words);
    return Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join("") + pick(ENDINGS);
  };
  const texts: string[] = [];
  for (let size = 0; size < bytes; ) {
    const text = Array.from({ length: 20 + Math.floor(random() * 60) }, word).join(" ");
    texts.push(text);
    size += Buffer.byteLength(text);
  }
  return texts;
}
