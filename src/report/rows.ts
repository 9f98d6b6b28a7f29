import type { Measurement } from "../domain/measurement.ts";

/** What a row must be; a field left out may be anything, one set to undefined must be missing. */
export type Wanted = Partial<
  Pick<Measurement, "metric" | "target" | "tokenizer" | "domain" | "lang" | "condition" | "price_date">
>;

/** Looks rows up by their columns. */
export class Rows {
  readonly all: readonly Measurement[];
  private readonly byMetric = new Map<string, Measurement[]>();
  private readonly byCell = new Map<string, Measurement[]>();
  private readonly byPlace = new Map<string, Measurement[]>();

  constructor(all: readonly Measurement[]) {
    this.all = all;
    for (const row of all) {
      add(this.byMetric, metricKey(row), row);
      add(this.byCell, cellKey(row), row);
      add(this.byPlace, placeKey(row), row);
    }
  }

  /** The one row that fits. Throws when there are several: the question was not precise enough. */
  find(wanted: Wanted & Pick<Measurement, "metric">): Measurement | undefined {
    const fitting = this.candidates(wanted).filter((row) =>
      Object.entries(wanted).every(([name, value]) => row[name as keyof Measurement] === value),
    );
    if (fitting.length > 1) throw new Error(`${fitting.length} measurements fit ${JSON.stringify(wanted)}`);
    return fitting[0];
  }

  /** Those of the narrowest index whose columns are all named. */
  private candidates(wanted: Keyed): readonly Measurement[] {
    const cell = "tokenizer" in wanted && "domain" in wanted;
    if (cell && "lang" in wanted && "condition" in wanted) return this.byPlace.get(placeKey(wanted)) ?? [];
    return (cell ? this.byCell.get(cellKey(wanted)) : this.byMetric.get(metricKey(wanted))) ?? [];
  }
}

type Keyed = Pick<Measurement, "metric"> & Wanted;

const metricKey = ({ metric, target }: Keyed): string => [metric, target].join("\u0000");
const placeKey = (row: Keyed): string => [cellKey(row), row.lang, row.condition].join("\u0000");
const cellKey = (row: Keyed): string => [metricKey(row), row.tokenizer, row.domain].join("\u0000");

function add(index: Map<string, Measurement[]>, key: string, row: Measurement): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [row]);
  else known.push(row);
}
