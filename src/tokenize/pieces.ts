/** A run of letters longer than this is shortened before the pattern sees it: V8's pattern matcher runs out of stack above some 4 million. */
const LONG_RUN = 1_000_000;
/** Letters kept at either end of a shortened run: the pattern looks at most a few letters past a boundary. */
const KEPT = 1000;

/** Letters without case: Hangul syllables, kana and ideographs. */
const isCaseless = (code: number): boolean =>
  (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
const isLowerCase = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Neighbours between which no split pattern cuts, however many there are: the same character, or letters of one kind. */
const belongTogether = (a: number, b: number): boolean =>
  a === b || (isCaseless(a) && isCaseless(b)) || (isLowerCase(a) && isLowerCase(b));

/**
 * Calls `visit` with every piece that the pattern cuts the text into, in order. The pattern must match everywhere, so
 * that a piece starts where the last one ended. Throws a RangeError for a run of millions of mixed characters.
 */
export function eachPiece(text: string, pattern: RegExp, visit: (piece: string) => void): void {
  const run = text.length > LONG_RUN ? longRun(text) : undefined;
  if (run === undefined) {
    scan(text, pattern, visit);
    return;
  }
  // The middle of the run is cut out, the rest is scanned, and the piece that holds the seam gets the middle back.
  const middle = text.slice(run.start + KEPT, run.end - KEPT);
  const seam = run.start + KEPT;
  let end = 0;
  let visited = false;
  eachPiece(text.slice(0, seam) + text.slice(run.end - KEPT), pattern, (piece) => {
    const start = end;
    end += piece.length;
    const holdsSeam = !visited && start <= seam && seam < end;
    if (holdsSeam) visited = true;
    visit(holdsSeam ? piece.slice(0, seam - start) + middle + piece.slice(seam - start) : piece);
  });
}

function scan(text: string, pattern: RegExp, visit: (piece: string) => void): void {
  let start = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) {
    visit(text.slice(start, pattern.lastIndex));
    start = pattern.lastIndex;
  }
}

/** The first run of characters that belong together and is too long; undefined when there is none. */
function longRun(text: string): { start: number; end: number } | undefined {
  let start = 0;
  for (let i = 1; i <= text.length; i++) {
    const [before, code] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    if (i < text.length && belongTogether(before, code)) continue;
    if (i - start > LONG_RUN) return { start, end: i };
    start = i;
  }
  return undefined;
}
