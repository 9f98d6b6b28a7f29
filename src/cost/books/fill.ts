import type { ImportedRow } from "../../domain/price/imported.ts";
import { type PricedModel, SERVICES } from "../../domain/price/model.ts";

/** Something without a date that a catalogue says otherwise than the book, which was left as it was. */
export type Kept = { readonly target: string; readonly what: string; readonly book: string; readonly upstream: string };

const FACTS = ["context_tokens", "max_output_tokens", "vision", "structured_output", "reasoning"] as const;

/**
 * A model with what the book did not know of it: limits, abilities and factors of services. These have no date, so a
 * known one is never changed: that would change past bills. What differs is returned beside the model, and so are hints
 * at the lifecycle, of which catalogues are poor witnesses.
 */
export function fillUnknown(model: PricedModel, row: ImportedRow): { model: PricedModel; kept: Kept[] } {
  const kept: Kept[] = [];
  const keep = (what: string, book: unknown, upstream: unknown): void => {
    kept.push({ target: model.target, what, book: textOf(book), upstream: textOf(upstream) });
  };
  const found: Record<string, unknown> = {};
  for (const name of FACTS) {
    const theirs = row[name];
    if (theirs === undefined || theirs === model[name]) continue;
    if (model[name] === undefined) found[name] = theirs;
    else keep(name, model[name], theirs);
  }
  const service: Record<string, unknown> = {};
  for (const name of SERVICES) {
    const ours = model.service?.[name];
    const theirs = row.service?.[name];
    if (theirs === undefined || textOf(ours) === textOf(theirs)) continue;
    if (ours === undefined) service[name] = theirs;
    else keep(`${name} factor`, ours, theirs);
  }
  if (Object.keys(service).length > 0) found["service"] = { ...model.service, ...service };
  const { ends, status } = model.lifecycle;
  const { ends: theirEnds, deprecated } = row.lifecycle;
  if (theirEnds !== undefined && theirEnds !== ends) keep("ends", ends ?? "not known", theirEnds);
  if (deprecated === true && status === "active") keep("status", status, "deprecated");
  return { model: Object.keys(found).length === 0 ? model : { ...model, ...found }, kept };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));
