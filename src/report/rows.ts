import type { Measurement } from "../domain/measurement.ts";

/** What a row must be; a field left out may be anything, one set to undefined must be missing. */
export type Wanted = Partial<
  Pick<Measurement, "metric" | "target" | "tokenizer" | "domain" | "lang" | "condition" | "price_date">
>;

/** Looks rows up by their columns. */
export class Rows {
  readonly all: readonly Measurement[];
  private readonly index = new Map<string, Measurement[]>();

  constructor(all: readonly Measurement[]) {
    this.all = all;
    for (const row of all) {
      const key = `${row.metric}\u0000${row.target ?? ""}`;
      const known = this.index.get(key);
      if (known === undefined) this.index.set(key, [row]);
      else known.push(row);
    }
  }

  /** The one row that fits. Throws when there are several: the question was not precise enough. */
  find(wanted: Wanted & Pick<Measurement, "metric">): Measurement | undefined {
    const candidates = this.index.get(`${wanted.metric}\u0000${wanted.target ?? ""}`) ?? [];
    const fitting = candidates.filter((row) =>
      Object.entries(wanted).every(([name, value]) => row[name as keyof Measurement] === value),
    );
    if (fitting.length > 1) throw new Error(`${fitting.length} measurements fit ${JSON.stringify(wanted)}`);
    return fitting[0];
  }
}
