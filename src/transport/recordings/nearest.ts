import type { RecordedAttempt } from "../../domain/recording.ts";
import { canonical, type WireRequest, withoutKey } from "./key.ts";

/** A field in which two requests differ, as in `messages[0].content`; values as JSON, `—` where one has none. */
export type Difference = { readonly field: string; readonly recorded: string; readonly asked: string };

/** The recorded attempt nearest to a request, and every field in which its own request differs. */
export type Nearest = { readonly attempt: RecordedAttempt; readonly fields: readonly Difference[] };

/** The longest value shown, in characters. */
const LONGEST = 60;
/** How many characters before the first difference are shown. */
const BEFORE = 20;

/**
 * The recorded attempt whose request is nearest to one that was not found: the fewest fields differ, then the fewest
 * characters. Undefined where nothing is recorded.
 */
export function nearestOf(request: WireRequest, attempts: readonly RecordedAttempt[]): Nearest | undefined {
  const asked = leavesOf(request);
  let best: { attempt: RecordedAttempt; fields: Unlike[]; distance: number } | undefined;
  for (const attempt of attempts) {
    const fields = unlike(leavesOf(attempt.request), asked);
    if (best !== undefined && fields.length > best.fields.length) continue;
    const distance = fields.reduce((sum, field) => sum + charactersApart(field), 0);
    if (best === undefined || fields.length < best.fields.length || distance < best.distance) {
      best = { attempt, fields, distance };
    }
  }
  return best && { attempt: best.attempt, fields: best.fields.map(shortened) };
}

type Leaves = ReadonlyMap<string, string>;
type Unlike = { readonly field: string; readonly recorded: string | undefined; readonly asked: string | undefined };

function leavesOf({ method, path, body }: WireRequest): Leaves {
  const leaves = new Map<string, string>([
    ["HTTP method", method.toUpperCase()],
    ["URL path", withoutKey(path)],
  ]);
  gather(canonical(body), "", leaves);
  return leaves;
}

/** Every value without parts, by its place. */
function gather(value: unknown, place: string, leaves: Map<string, string>): void {
  const parts: (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((each, i) => [`${place}[${i}]`, each] as const)
    : typeof value === "object" && value !== null
      ? Object.entries(value).map(([key, each]) => [place + named(key, place), each] as const)
      : [];
  for (const [at, part] of parts) gather(part, at, leaves);
  if (parts.length === 0 && value !== undefined) leaves.set(place === "" ? "body" : place, JSON.stringify(value));
}

function named(key: string, place: string): string {
  if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
  return place === "" ? key : `.${key}`;
}

const unlike = (recorded: Leaves, asked: Leaves): Unlike[] =>
  [...new Set([...asked.keys(), ...recorded.keys()])]
    .map((field) => ({ field, recorded: recorded.get(field), asked: asked.get(field) }))
    .filter((each) => each.recorded !== each.asked);

/** The length of what is left of the longer text without the beginning and the end that both have. */
function charactersApart({ recorded = "", asked = "" }: Unlike): number {
  const [short, long] = recorded.length < asked.length ? [recorded, asked] : [asked, recorded];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  return long.length - start - end;
}

function shortened({ field, recorded, asked }: Unlike): Difference {
  const [a, b] = [charactersOf(recorded), charactersOf(asked)];
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
  return { field, recorded: around(a, first), asked: around(b, first) };
}

/** As a reader counts them: a Hangul syllable or an emoji is never cut. */
const charactersOf = (value: string | undefined): string[] =>
  value === undefined ? ["—"] : Array.from(new Intl.Segmenter("ko").segment(value), ({ segment }) => segment);

function around(characters: readonly string[], first: number): string {
  if (characters.length <= LONGEST) return characters.join("");
  const start = Math.min(Math.max(0, first - BEFORE), characters.length - LONGEST);
  const shown = characters.slice(start, start + LONGEST);
  if (start > 0) shown[0] = "…";
  if (start + LONGEST < characters.length) shown[LONGEST - 1] = "…";
  return shown.join("");
}
