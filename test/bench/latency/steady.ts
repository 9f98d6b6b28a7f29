import type { Attempt } from "../../../src/domain/attempt.ts";

/** When an answer was asked for, and how long it took. */
type Spanned = Pick<Attempt, "tokenwon.started" | "tokenwon.end_ms">;

/** A young process collects no garbage but the newest, and code is still being compiled: both kinds of client are judged after that. */
const SETTLED_MS = 6000;
/** What counts as all streams: moments are known to the millisecond, and one stream's end is another's beginning. */
const NEARLY = 0.95;

/** The answers that were asked for while all streams were under way, in a process that has settled. */
export function steady<Line extends Spanned>(lines: readonly Line[], streams: number): Line[] {
  const spans = lines
    .map((line) => {
      const from = Date.parse(line["tokenwon.started"]);
      return { line, from, to: from + line["tokenwon.end_ms"] };
    })
    .sort((a, b) => a.from - b.from);
  const settled = (spans[0]?.from ?? 0) + SETTLED_MS;
  return spans.flatMap(({ line, from }, i) => {
    const underWay = spans.filter((other, j) => j <= i && other.to > from).length;
    return from >= settled && underWay >= streams * NEARLY ? [line] : [];
  });
}
