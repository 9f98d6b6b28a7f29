/** A binary heap of numbers, smallest first, in one growing Float64Array: no object per entry. */
export class MinHeap {
  private keys = new Float64Array(256);
  private size = 0;

  push(key: number): void {
    if (this.size === this.keys.length) this.grow();
    const keys = this.keys;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] as number;
      if (above <= key) break;
      keys[at] = above;
      at = parent;
    }
    keys[at] = key;
  }

  /** Removes and returns the smallest key; undefined when the heap is empty. */
  pop(): number | undefined {
    if (this.size === 0) return undefined;
    const keys = this.keys;
    const smallest = keys[0];
    const last = keys[--this.size] as number;
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < this.size && (keys[right] as number) < (keys[child] as number)) child = right;
      const below = keys[child] as number;
      if (below >= last) break;
      keys[at] = below;
      at = child;
    }
    keys[at] = last;
    return smallest;
  }

  private grow(): void {
    const wider = new Float64Array(this.keys.length * 2);
    wider.set(this.keys);
    this.keys = wider;
  }
}
