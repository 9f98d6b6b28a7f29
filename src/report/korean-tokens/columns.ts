import type { Column } from "../model.ts";
import type { ColumnName, Wording } from "./wording.ts";

const LEFT: readonly ColumnName[] = [
  "domain",
  "target",
  "evidence",
  "note",
  "priceNow",
  "family",
  "reason",
  "toMakeExact",
  "tokenizer",
  "countedBy",
  "why",
];

/** Column heads; names and words stand left, figures right. */
export const columns = (words: Wording, names: readonly ColumnName[]): Column[] =>
  names.map((name) => ({ title: words.columns[name], align: LEFT.includes(name) ? "left" : "right" }));
