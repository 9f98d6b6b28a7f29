import type { Lang } from "../../domain/prompt.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/;
const MONTH = /^(\d{4})-(\d\d)$/;
const TIME = /^(\d\d):(\d\d)/;

/** A day, a month or a time as people write it: `11월 5일`, `Nov 5, 2026`. Undefined for a text that is none. */
export function dateWords(text: string, lang: Lang): string | undefined {
  const [day, month, time] = [DAY.exec(text), MONTH.exec(text), TIME.exec(text)];
  if (day !== null) {
    const [year, ofYear, ofMonth] = partsOf(day);
    return lang === "ko" ? `${ofYear}월 ${ofMonth}일` : `${MONTHS[ofYear - 1] ?? ""} ${ofMonth}, ${year}`;
  }
  if (month !== null) {
    const [year, ofYear] = partsOf(month);
    return lang === "ko" ? `${year}년 ${ofYear}월` : `${MONTHS[ofYear - 1] ?? ""} ${year}`;
  }
  if (time === null) return undefined;
  const [hour, minute] = partsOf(time);
  const [late, twelve] = [hour >= 12, hour % 12 === 0 ? 12 : hour % 12];
  return lang === "ko"
    ? `${late ? "오후" : "오전"} ${twelve}시${minute === 0 ? "" : ` ${minute}분`}`
    : `${twelve}:${String(minute).padStart(2, "0")} ${late ? "PM" : "AM"}`;
}

/** The next day, month or hour, in the same form; undefined for a text that is none. */
export function laterDate(text: string): string | undefined {
  const [day, month, time] = [DAY.exec(text), MONTH.exec(text), TIME.exec(text)];
  if (day !== null)
    return `${isoDay(new Date(`${text.slice(0, 10)}T00:00:00Z`).getTime() + 86_400_000)}${text.slice(10)}`;
  if (month !== null) {
    const [year, ofYear] = partsOf(month);
    return ofYear === 12 ? `${year + 1}-01` : `${year}-${String(ofYear + 1).padStart(2, "0")}`;
  }
  return time === null ? undefined : `${String((partsOf(time)[0] + 1) % 24).padStart(2, "0")}${text.slice(2)}`;
}

const partsOf = ([, first, second, third]: RegExpExecArray): readonly [number, number, number] => [
  Number(first),
  Number(second),
  Number(third),
];

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
