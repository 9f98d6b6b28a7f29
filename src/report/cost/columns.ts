import type { Column } from "../model.ts";
import type { CostColumn, CostWording } from "./wording.ts";

const LEFT: readonly CostColumn[] = [
  "target",
  "evidence",
  "note",
  "then",
  "today",
  "heir",
  "vendor",
  "sources",
  "change",
  "day",
];

/** Column heads; names and words stand left, figures right. */
export const columns = (words: CostWording, names: readonly CostColumn[]): Column[] =>
  names.map((name) => ({ title: words.columns[name], align: LEFT.includes(name) ? "left" : "right" }));
