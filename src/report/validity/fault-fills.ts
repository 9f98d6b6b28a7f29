import type { FaultKind } from "../../domain/grade.ts";
import type { Fill } from "../svg/fills.ts";

/** How each fault is drawn: a hue for what kind of fault it is, a hatch for which of that kind. */
export const FILLS: Readonly<Record<FaultKind, Fill>> = {
  // No answer, or half of one.
  refusal: { hue: 0, hatch: 0 },
  filter: { hue: 0, hatch: 1 },
  empty: { hue: 0, hatch: 2 },
  truncated: { hue: 0, hatch: 3 },
  // No JSON.
  "trailing-comma": { hue: 1, hatch: 0 },
  quotes: { hue: 1, hatch: 1 },
  "other-syntax": { hue: 1, hatch: 2 },
  // JSON, and something around it.
  fence: { hue: 2, hatch: 0 },
  prose: { hue: 2, hatch: 1 },
  // Another shape than the schema's.
  "missing-field": { hue: 3, hatch: 0 },
  "extra-field": { hue: 3, hatch: 1 },
  "wrong-type": { hue: 3, hatch: 2 },
  // Its shape, with a value that it does not allow.
  "translated-value": { hue: 4, hatch: 0 },
  "wrong-value": { hue: 4, hatch: 1 },
  "number-words": { hue: 4, hatch: 2 },
  "date-format": { hue: 4, hatch: 3 },
  constraint: { hue: 4, hatch: 4 },
  // Broken text.
  "duplicate-key": { hue: 5, hatch: 0 },
  mojibake: { hue: 5, hatch: 1 },
  "lone-surrogate": { hue: 5, hatch: 2 },
};
