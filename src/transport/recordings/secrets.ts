import { createHash } from "node:crypto";
import { formsOf } from "../../domain/secret-forms.ts";
import { keyShapes } from "./key-shapes.ts";
import { opaqueWords } from "./opaque-words.ts";
import { type Reading, readings } from "./unescaped.ts";

/** A place in a text that may hold a secret, without the secret. */
export type Suspicion = {
  /** A key of this run, the shape of a vendor's key, a token in an authorization, or a long random word. */
  readonly kind: "known" | "key-shape" | "bearer" | "entropy";
  /** The character it begins at. */
  readonly at: number;
  /** The first 12 hex digits of the SHA-256 of the string: what it is accepted by. */
  readonly fingerprint: string;
  /** Its beginning: at most 4 characters. */
  readonly shown: string;
  /** The nearest name of a JSON field before it. */
  readonly field?: string;
};

/**
 * What may be a secret in a text: each place once, in the order of the text. The text is read as it stands and with JSON's
 * escapes undone, so a line of a recording will do, whole or not.
 * @param known the keys of this run; found in every form that they may stand in
 * @param accepted fingerprints of random words that a person looked at: only those of kind `entropy` can be accepted
 */
export function findSecrets(
  text: string,
  known: readonly string[],
  accepted: ReadonlySet<string> = new Set(),
): readonly Suspicion[] {
  const needles = known.flatMap(formsOf);
  const all = readings(text).toReversed();
  const [plainest] = all;
  // The surest kind first, the plainest reading first: a place is told once, by what is found there first.
  const places = [
    ...all.flatMap((reading) => needles.flatMap((needle) => occurrences(reading, needle))),
    ...all.flatMap((reading) => keyShapes(reading.text).map((shaped) => placed(reading, shaped))),
    ...(plainest === undefined ? [] : opaqueWords(plainest.text)).map((word) =>
      placed(plainest as Reading, { kind: "entropy", ...word }),
    ),
  ];
  const found = firstOfEach(places);
  return found
    .map((place) => suspicion(place, found))
    .filter(({ kind, fingerprint }) => kind !== "entropy" || !accepted.has(fingerprint))
    .toSorted((a, b) => a.at - b.at);
}

type Place = {
  readonly kind: Suspicion["kind"];
  readonly reading: Reading;
  /** In the reading. */
  readonly start: number;
  readonly end: number;
  /** In the text. */
  readonly at: number;
  readonly until: number;
};

function placed(
  reading: Reading,
  { kind, start, end }: { kind: Suspicion["kind"]; start: number; end: number },
): Place {
  return { kind, reading, start, end, at: reading.at(start), until: reading.at(end - 1) + 1 };
}

function occurrences(reading: Reading, needle: string): Place[] {
  const found: Place[] = [];
  const { text } = reading;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    found.push(placed(reading, { kind: "known", start: at, end: at + needle.length }));
  }
  return found;
}

/** Without those that overlap one before them in the list. */
function firstOfEach(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    if (!kept.some(({ at, until }) => place.at < until && at < place.until)) kept.push(place);
  }
  return kept;
}

function suspicion(place: Place, all: readonly Place[]): Suspicion {
  const { kind, reading, start, end, at } = place;
  const secret = reading.text.slice(start, end);
  const field = fieldBefore(place, all);
  return {
    kind,
    at,
    fingerprint: createHash("sha256").update(secret).digest("hex").slice(0, 12),
    shown: `${secret.slice(0, Math.min(4, Math.floor(secret.length / 4)))}…`,
    ...(field === undefined ? {} : { field }),
  };
}

/** How far back a field's name is looked for. */
const FAR = 4000;

/** A name that is a secret itself is not told. */
function fieldBefore({ reading, start }: Place, all: readonly Place[]): string | undefined {
  const from = Math.max(0, start - FAR);
  const last = [...reading.text.slice(from, start).matchAll(/"([A-Za-z_][\w-]{0,40})"\s*:/g)].at(-1);
  if (last === undefined) return undefined;
  const named = placed(reading, { kind: "known", start: from + last.index, end: from + last.index + last[0].length });
  return all.some(({ at, until }) => named.at < until && at < named.until) ? undefined : last[1];
}
