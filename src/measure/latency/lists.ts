type Kind = Uint32ArrayConstructor | Float64ArrayConstructor;

/** Numbers that are added one after the other, in an array that grows. What it has room for and does not hold takes no memory. */
export class List<Of extends Kind> {
  readonly #kind: Of;
  #values: InstanceType<Of>;
  #count = 0;

  constructor(kind: Of, capacity: number) {
    this.#kind = kind;
    this.#values = new kind(Math.max(16, capacity)) as InstanceType<Of>;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new this.#kind(this.#values.length * 2) as InstanceType<Of>;
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  /** What is in it; not to be kept while it grows. */
  get values(): InstanceType<Of> {
    return this.#values.subarray(0, this.#count) as InstanceType<Of>;
  }
}
