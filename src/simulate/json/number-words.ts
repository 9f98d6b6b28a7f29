import type { Lang } from "../../domain/prompt.ts";

const DIGITS = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
const PLACES = ["", "십", "백", "천"];
const MYRIADS = ["", "만", "억", "조"];
const ONES = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const THOUSANDS = ["", "thousand", "million", "billion"];

/** More than that is not said in words. */
const LARGEST = 1e12;

/** A whole number as people say it: `삼만 팔천`, `thirty-eight thousand`. Undefined for any other number. */
export function numberWords(value: number, lang: Lang): string | undefined {
  const size = Math.abs(value);
  if (!Number.isInteger(value) || size >= LARGEST) return undefined;
  const [words, minus] = lang === "ko" ? [koreanWords(size), "마이너스"] : [englishWords(size), "minus"];
  return value < 0 ? `${minus} ${words}` : words;
}

function koreanWords(value: number): string {
  if (value === 0) return "영";
  const groups: string[] = [];
  for (let [left, at] = [value, 0]; left > 0; left = Math.floor(left / 1e4), at++) {
    const group = left % 1e4;
    // 만 stands alone where English says one myriad.
    if (group > 0) groups.unshift(`${group === 1 && at === 1 ? "" : belowMyriad(group)}${MYRIADS[at] ?? ""}`);
  }
  return groups.join(" ");
}

const belowMyriad = (group: number): string =>
  [3, 2, 1, 0]
    .map((place) => {
      const digit = Math.floor(group / 10 ** place) % 10;
      if (digit === 0) return "";
      return `${digit === 1 && place > 0 ? "" : (DIGITS[digit] ?? "")}${PLACES[place] ?? ""}`;
    })
    .join("");

function englishWords(value: number): string {
  if (value === 0) return "zero";
  const groups: string[] = [];
  for (let [left, at] = [value, 0]; left > 0; left = Math.floor(left / 1000), at++) {
    const group = left % 1000;
    if (group > 0) groups.unshift(`${belowThousand(group)} ${THOUSANDS[at] ?? ""}`.trim());
  }
  return groups.join(" ");
}

function belowThousand(group: number): string {
  const [hundreds, rest] = [Math.floor(group / 100), group % 100];
  const words = hundreds === 0 ? [] : [`${ONES[hundreds] ?? ""} hundred`];
  if (rest > 0 && rest < 20) words.push(ONES[rest] ?? "");
  if (rest >= 20)
    words.push(`${TENS[Math.floor(rest / 10) - 2] ?? ""}${rest % 10 === 0 ? "" : `-${ONES[rest % 10] ?? ""}`}`);
  return words.join(" ");
}
