const US_PER_MS = 1000;
/** Microseconds of a page, and pages: times below 4.2 seconds are counted, longer ones are kept one by one. */
const PAGE = 1024;
const PAGES = 4096;
const COUNTED = PAGE * PAGES;

/**
 * Exact quantiles of very many times: whole microseconds are counted, in pages made when they are first needed, so that
 * fifty million gaps between chunks take what their range takes, at most 17 MB. Times of 4.2 seconds and more are kept as
 * they are: a stream that is silent for so long is rare.
 *
 * A count holds up to 2³² − 1 equal times. Gaps of one stream are not independent: their quantiles have no interval
 * between order statistics.
 */
export class GapCounts {
  readonly #pages: (Uint32Array | undefined)[] = new Array<undefined>(PAGES).fill(undefined);
  readonly #sums = new Float64Array(PAGES);
  #long: number[] = [];
  #sorted = true;
  #n = 0;

  get n(): number {
    return this.#n;
  }

  /** The greatest, in ms; undefined where there is none. */
  get max(): number | undefined {
    return this.#n === 0 ? undefined : this.#at(this.#n - 1) / US_PER_MS;
  }

  /**
   * Counts a time of whole microseconds.
   * @throws RangeError for anything else
   */
  add(us: number): void {
    if (!(Number.isSafeInteger(us) && us >= 0)) throw new RangeError(`a gap cannot take ${us} µs`);
    this.#n++;
    if (us >= COUNTED) {
      this.#long.push(us);
      this.#sorted = false;
    } else {
      const page = Math.floor(us / PAGE);
      increase(this.#page(page), us % PAGE, 1);
      increase(this.#sums, page, 1);
    }
  }

  /** Adds all times of another. */
  merge(other: GapCounts): void {
    const long = [...other.#long];
    for (const [page, counts] of other.#pages.entries()) {
      if (counts === undefined) continue;
      const own = this.#page(page);
      for (let us = 0; us < PAGE; us++) increase(own, us, counts[us] as number);
      increase(this.#sums, page, other.#sums[page] as number);
    }
    this.#long = this.#long.concat(long);
    this.#sorted = this.#long.length === 0;
    this.#n += other.#n;
  }

  /**
   * Type 7 in ms, computed on whole microseconds and divided at the end: to the last bit what sorting all of them gives.
   * Undefined where there is none, and for q outside of [0, 1].
   */
  quantile(q: number): number | undefined {
    if (this.#n === 0 || !(q >= 0 && q <= 1)) return undefined;
    const place = (this.#n - 1) * q;
    const below = this.#at(Math.floor(place));
    const above = this.#at(Math.ceil(place));
    return (below + (above - below) * (place - Math.floor(place))) / US_PER_MS;
  }

  /** Microseconds at a place of the sorted times, from 0. */
  #at(place: number): number {
    let left = place;
    for (let page = 0; page < PAGES; page++) {
      const sum = this.#sums[page] as number;
      if (left >= sum) {
        left -= sum;
        continue;
      }
      const counts = this.#page(page);
      let us = 0;
      while (left >= (counts[us] as number)) left -= counts[us++] as number;
      return page * PAGE + us;
    }
    if (!this.#sorted) this.#long.sort((a, b) => a - b);
    this.#sorted = true;
    return this.#long[left] as number;
  }

  #page(page: number): Uint32Array {
    return (this.#pages[page] ??= new Uint32Array(PAGE));
  }
}

function increase(counts: Uint32Array | Float64Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}
