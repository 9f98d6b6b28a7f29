import { formsOf, SHORTEST_SECRET } from "../domain/secret-forms.ts";

const REDACTED = "[redacted]";

/** What looks like a key, or like part of one: vendors quote a wrong key back with stars in its middle. */
const KEY_SHAPES = [
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_*-]{8,}/g,
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_*-]{8,}/g,
  /(?<![A-Za-z0-9])gsk_[A-Za-z0-9_*-]{8,}/g,
  // Not the words of "Authorization: Bearer YOUR_KEY": a token has a digit, or is long.
  /\bBearer\s+(?=\S*\d|\S{20})[A-Za-z0-9._~+/=*-]{4,}/gi,
];

/** What each of the shapes begins with. */
const KEY_BEGINS = /sk-|AIza|gsk_|bearer/i;

type Range = readonly [start: number, end: number];

/**
 * The text without any of the secrets, in whichever form they stand there, and without anything shaped like a vendor's
 * key. All are found before any is replaced, so overlapping ones go as one and none is left in part.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // Nearly every text is clean, and there are many.
  if (!KEY_BEGINS.test(text) && secrets.every((secret) => secret.length < SHORTEST_SECRET)) return text;
  const needles = new Set(secrets.flatMap(formsOf));
  const found = [
    ...[...needles].flatMap((needle) => [...places(text, needle), ...cutOff(text, needle)]),
    ...KEY_SHAPES.flatMap(matches(text)),
  ];
  let clean = "";
  let done = 0;
  for (const [start, end] of merged(found)) {
    clean += text.slice(done, start) + REDACTED;
    done = end;
  }
  return clean + text.slice(done);
}

function places(text: string, needle: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push([at, at + needle.length]);
  return found;
}

/** The beginning of a secret at the end of a text that was cut there: a long message, or an answer that broke off. */
function cutOff(text: string, needle: string): Range[] {
  const end = text.endsWith("…") ? text.length - 1 : text.length;
  for (let length = Math.min(needle.length - 1, end); length >= SHORTEST_SECRET; length--) {
    if (text.startsWith(needle.slice(0, length), end - length)) return [[end - length, end]];
  }
  return [];
}

const matches =
  (text: string) =>
  (shape: RegExp): Range[] =>
    [...text.matchAll(shape)].map(({ index, 0: match }) => [index, index + match.length]);

function merged(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
