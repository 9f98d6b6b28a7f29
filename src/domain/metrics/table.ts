/** Metrics by name: the unit of each, and the formula that `--explain` prints. */
export type MetricTable = Readonly<Record<string, { readonly unit: string; readonly formula: string }>>;
