import { median, type Row } from "../row.ts";

/** A client's figure of every round, that of the client which does least first. */
export type Figures = readonly (readonly [client: string, values: readonly number[]])[];

type Style = {
  /** What is measured, as in "wall, 10 in flight". */
  readonly what: string;
  readonly unit: string;
  readonly digits: number;
  readonly beside: Beside;
};

/** How a client is compared with the one before it: in every round, since a busy machine slows both. */
type Beside = {
  readonly of: (own: number, floor: number) => number;
  readonly shown: (compared: number, style: Style) => string;
};

/** As many times as long. */
export const TIMES: Beside = {
  of: (own, floor) => own / floor,
  shown: (compared) => `${compared.toFixed(2)} x`,
};

/** So much more, or less. */
export const ABOVE: Beside = {
  of: (own, floor) => own - floor,
  shown: (compared, { unit, digits }) =>
    compared < 0 ? `${(-compared).toFixed(digits)} ${unit} below` : `+${compared.toFixed(digits)} ${unit} above`,
};

/** A row for every client: the median, how it compares with the client before it, and its span. */
export function rowsOf(figures: Figures, style: Style): Row[] {
  const { what, unit, digits, beside } = style;
  return figures.map(([client, values], i) => {
    const before = figures[i - 1];
    const compared = values.map((value, round) => beside.of(value, before?.[1][round] ?? Number.NaN));
    return {
      name: `${what}: ${client}`,
      figure: `${median(values).toFixed(digits)} ${unit}`,
      beside: before === undefined ? "" : `${beside.shown(median(compared), style)} the ${before[0]}`,
      spread: `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)} ${unit}`,
    };
  });
}
