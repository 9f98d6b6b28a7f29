import type { Column } from "../model.ts";
import type { LatencyColumn, LatencyWording } from "./wording.ts";

const LEFT: readonly LatencyColumn[] = [
  "target",
  "lang",
  "class",
  "otherwise",
  "served",
  "againstTtft",
  "againstSpeed",
];

/** Column heads; names and words stand left, figures right. */
export const columns = (words: LatencyWording, names: readonly LatencyColumn[]): Column[] =>
  names.map((name) => ({ title: words.columns[name], align: LEFT.includes(name) ? "left" : "right" }));
