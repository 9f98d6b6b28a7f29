import type { Column } from "../model.ts";

export type ValidityColumn =
  | "target"
  | "mode"
  | "lang"
  | "validKo"
  | "validEn"
  | "answersKo"
  | "answersEn"
  | "valid"
  | "items"
  | "difference"
  | "detectable"
  | "usdRatio"
  | "changed"
  | "effect"
  | "syntax"
  | "firstValid"
  | "repaired"
  | "fields"
  | "right"
  | "fault"
  | "way"
  | "answers"
  | "finalValid"
  | "unresolved"
  | "attempts"
  | "tokensPer"
  | "usdPer"
  | "extraTokens"
  | "extraUsd"
  | "example"
  | "formula"
  | "retryShare"
  | "article"
  | "error"
  | "independent"
  | "task"
  | "title"
  | "level"
  | "asked"
  | "trouble"
  | "within";

const LEFT: readonly ValidityColumn[] = [
  "target",
  "lang",
  "mode",
  "changed",
  "fault",
  "way",
  "task",
  "title",
  "level",
  "valid",
  "example",
  "formula",
];

/** Column heads; names and words stand left, figures right. */
export const columns = (
  words: { readonly columns: Readonly<Record<ValidityColumn, string>> },
  names: readonly ValidityColumn[],
): Column[] => names.map((name) => ({ title: words.columns[name], align: LEFT.includes(name) ? "left" : "right" }));
