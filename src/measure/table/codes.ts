type CodesOf<Value> = {
  /** What makes two of them the same. */
  readonly keyOf: (value: Value) => string;
  /** When there are already so many, what is kept of others is their `shortened` form, of which there are few. */
  readonly most: number;
  readonly shortened: (value: Value) => Value;
};

/** Values that come again and again, each kept once under a number from 1; 0 stands for none. */
export class Codes<Value> {
  private readonly values: Value[] = [];
  private readonly numbers = new Map<string, number>();

  private readonly how: CodesOf<Value>;

  constructor(how: CodesOf<Value>) {
    this.how = how;
  }

  code(value: Value | undefined): number {
    if (value === undefined) return 0;
    const known = this.numbers.get(this.how.keyOf(value));
    if (known !== undefined) return known;
    if (this.values.length < this.how.most) return this.keep(value);
    const short = this.how.shortened(value);
    return this.numbers.get(this.how.keyOf(short)) ?? this.keep(short);
  }

  value(code: number): Value | undefined {
    return this.values[code - 1];
  }

  private keep(value: Value): number {
    const code = this.values.push(value);
    this.numbers.set(this.how.keyOf(value), code);
    return code;
  }
}
