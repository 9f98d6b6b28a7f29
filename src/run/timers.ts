type Timer = { readonly at: number; readonly what: () => void };

/**
 * What is to happen, by its moment, and at one moment in the order in which it was asked for. A sorted list: there are a
 * few for every exchange that is under way, and a cancelled one is gone at once.
 */
export class Timers {
  private readonly list: Timer[] = [];

  /** The answer calls it off. */
  add(at: number, what: () => void): () => void {
    const timer = { at, what };
    let [low, high] = [0, this.list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.list[middle] as Timer).at <= at) low = middle + 1;
      else high = middle;
    }
    this.list.splice(low, 0, timer);
    return () => {
      const place = this.list.indexOf(timer);
      if (place >= 0) this.list.splice(place, 1);
    };
  }

  get next(): number | undefined {
    return this.list[0]?.at;
  }

  take(): Timer | undefined {
    return this.list.shift();
  }
}
