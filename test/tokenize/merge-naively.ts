import type { RankTable } from "../../src/tokenize/ranks.ts";

/** Byte-pair merging as the textbook has it: search all pairs for the lowest rank, leftmost first, and merge it. */
export function mergeNaively(piece: string, ranks: RankTable): number {
  if (ranks.has(piece)) return 1;
  const parts = Array.from(piece);
  for (;;) {
    let lowest = Number.POSITIVE_INFINITY;
    let at = -1;
    for (let i = 0; i + 1 < parts.length; i++) {
      const rank = ranks.get((parts[i] ?? "") + (parts[i + 1] ?? ""));
      if (rank !== undefined && rank < lowest) [lowest, at] = [rank, i];
    }
    if (at === -1) return parts.length;
    parts.splice(at, 2, (parts[at] ?? "") + (parts[at + 1] ?? ""));
  }
}
