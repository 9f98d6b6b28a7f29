import { plain } from "./text.ts";

/** A day, and the time and offset where the text has them. */
type Moment = { readonly day: string; readonly time?: string; readonly offset?: string };

const MONTHS = "january february march april may june july august september october november december".split(" ");
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?$/i;
const YEAR_FIRST =
  /^(\d{4})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})\s?[.일]?\s?(?:\(?[월화수목금토일](?:요일)?\)?)?$/;
const MONTH_FIRST = /^(?:[a-z]+day,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const DAY_FIRST = /^(?:[a-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,? (\d{4})$/i;

/** What a text says as a date, however it is written; undefined where it is none, or there is no such day. */
export function momentIn(text: string): Moment | undefined {
  const written = plain(text);
  const iso = ISO.exec(written);
  if (iso !== null) {
    const day = dayOf(iso[1], iso[2], iso[3]);
    const offset = iso[6]?.toUpperCase();
    if (day === undefined) return undefined;
    return { day, time: `${iso[4] ?? ""}${iso[5] ?? ":00"}`, ...(offset !== undefined && { offset }) };
  }
  const first = YEAR_FIRST.exec(written) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(written);
  if (first !== null) return only(dayOf(first[1], first[2], first[3]));
  const american = MONTH_FIRST.exec(written);
  if (american !== null) return only(dayOf(american[3], month(american[1]), american[2]));
  const british = DAY_FIRST.exec(written);
  return british === null ? undefined : only(dayOf(british[3], month(british[2]), british[1]));
}

/** Whether two texts say the same day; and the same time, where the first has one. */
export function sameMoment(expected: string, given: string): boolean {
  const [wanted, found] = [momentIn(expected), momentIn(given)];
  if (wanted === undefined || found === undefined) return plain(expected) === plain(given);
  if (wanted.offset !== undefined && found.offset !== undefined) return instant(wanted) === instant(found);
  return wanted.day === found.day && (wanted.time === undefined || wanted.time === found.time);
}

/** Whether a text looks like a date of some kind, if only a month or one that can be read two ways. */
export const looksLikeDate = (text: string): boolean =>
  momentIn(text) !== undefined ||
  /^\d{1,4}\s?[-./]\s?\d{1,4}(?:\s?[-./]\s?\d{1,4})?\.?$|\d\s?[년월]/.test(plain(text)) ||
  month(/\b([a-z]{3,9})\.?,? \d/i.exec(plain(text))?.[1] ?? "none") !== "0";

const only = (day: string | undefined): Moment | undefined => (day === undefined ? undefined : { day });

/** The number of a month by its name, written out or cut short to three letters or more; 0 for any other word. */
const month = (name = ""): string => `${MONTHS.findIndex((full) => full.startsWith(name.toLowerCase())) + 1}`;

const instant = ({ day, time = "", offset = "" }: Moment): number =>
  Date.parse(`${day}T${time}${offset.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2")}`);

function dayOf(year = "", monthOfYear = "", dayOfMonth = ""): string | undefined {
  const day = `${year}-${monthOfYear.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  const at = new Date(`${day}T00:00:00Z`);
  // A day that the month does not have rolls over into the next.
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? undefined : day;
}
