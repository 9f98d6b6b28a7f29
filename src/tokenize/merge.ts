import { MinHeap } from "./min-heap.ts";
import type { RankTable } from "./ranks.ts";

const NONE = -1;
/** Heap keys are rank × 2^30 + position: below 2^53 for ranks under 2^23 and pieces under 1 GiB. */
const POSITIONS = 2 ** 30;

/**
 * Counts the tokens that byte-pair merging leaves of one piece, in O(n log n).
 *
 * The rule is tiktoken's: of all neighbouring pairs merge the one of lowest rank, leftmost first, until none is left.
 * Libraries search all pairs for each merge, which is quadratic. Here the parts form a linked list, and a heap holds
 * the pairs by rank and position; a heap entry whose pair has changed since is skipped when it surfaces.
 */
export class Merger {
  private readonly ranks: RankTable;
  private readonly heap = new MinHeap();
  private piece = "";
  /** Start of the part after, and before, the one that starts at an index. */
  private next = new Int32Array(0);
  private previous = new Int32Array(0);
  /** Rank of the part at an index joined with the next one; NONE when they do not join. */
  private pairRank = new Int32Array(0);

  constructor(ranks: RankTable) {
    this.ranks = ranks;
  }

  /** @param piece bytes, one char (0–255) each; every single byte must have a rank */
  count(piece: string): number {
    const length = piece.length;
    if (length < 2 || this.ranks.has(piece)) return Math.min(length, 1);
    this.begin(piece);
    const { next, previous, pairRank, heap } = this;
    let parts = length;
    for (let key = heap.pop(); key !== undefined; key = heap.pop()) {
      const start = key % POSITIONS;
      if (pairRank[start] !== Math.floor(key / POSITIONS)) continue; // This pair was merged or changed meanwhile.
      const middle = at(next, start);
      const end = at(next, middle);
      next[start] = end;
      previous[end] = start;
      pairRank[middle] = NONE;
      parts--;
      this.rankPair(start);
      const before = at(previous, start);
      if (before !== NONE) this.rankPair(before);
    }
    return parts;
  }

  private begin(piece: string): void {
    const length = piece.length;
    if (this.next.length <= length) {
      const room = 2 ** Math.ceil(Math.log2(length + 1));
      this.next = new Int32Array(room);
      this.previous = new Int32Array(room);
      this.pairRank = new Int32Array(room);
    }
    this.piece = piece;
    for (let i = 0; i <= length; i++) {
      this.next[i] = i + 1;
      this.previous[i] = i - 1;
    }
    for (let i = 0; i < length; i++) this.rankPair(i);
  }

  private rankPair(start: number): void {
    const middle = at(this.next, start);
    const joined = middle < this.piece.length ? this.piece.slice(start, at(this.next, middle)) : undefined;
    const rank = joined === undefined ? NONE : (this.ranks.get(joined) ?? NONE);
    this.pairRank[start] = rank;
    if (rank !== NONE) this.heap.push(rank * POSITIONS + start);
  }
}

/** An element that is known to be there. */
const at = (array: Int32Array, index: number): number => array[index] as number;
