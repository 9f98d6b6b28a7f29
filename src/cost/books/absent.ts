import type { Day } from "../../domain/date.ts";
import type { PricedModel } from "../../domain/price/model.ts";

const escaped = (text: string): string => text.replaceAll(".", "\\.");
const remark = (catalogue: string): RegExp =>
  new RegExp(`(^|; )not in ${escaped(catalogue)} on \\d{4}-\\d{2}-\\d{2}(?=;|$)`, "g");

/** The model with a note that a catalogue does not have it, in place of what an earlier import noted of the same. */
export function noteAbsent(model: PricedModel, catalogue: string, day: Day): PricedModel {
  const { note } = notePresent(model, catalogue);
  return { ...model, note: `${note === undefined ? "" : `${note}; `}not in ${catalogue} on ${day}` };
}

/** The model without a note that a catalogue does not have it. */
export function notePresent(model: PricedModel, catalogue: string): PricedModel {
  const { note, ...rest } = model;
  const kept = note?.replaceAll(remark(catalogue), "").replace(/^; /, "");
  if (kept === note) return model;
  return kept === undefined || kept === "" ? rest : { ...model, note: kept };
}
