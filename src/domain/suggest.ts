/**
 * The candidate nearest to what was typed by edit distance (a swap of neighbours counts one), if it is near enough to
 * have been meant: at most one edit in three letters, or `most` edits. Undefined otherwise.
 */
export function didYouMean(typed: string, candidates: readonly string[], most?: number): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance };
  }
  const allowed = most ?? Math.floor(Math.max(typed.length, best?.candidate.length ?? 0) / 3);
  return best !== undefined && best.distance <= allowed ? best.candidate : undefined;
}

/** The optimal string alignment distance (Damerau–Levenshtein with each part edited once). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
