import type { Day } from "../../domain/date.ts";
import { PriceBook, periodOn } from "../../domain/price/book.ts";
import type { ImportedRow, Upstream } from "../../domain/price/imported.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { noteAbsent, notePresent } from "./absent.ts";
import { fillUnknown, type Kept } from "./fill.ts";
import { inOrder, isSameLimit, withRatesFrom } from "./set-rates.ts";

/** Where rows come from: a file of a catalogue, as it was on `day`. */
export type Origin = {
  readonly catalogue: string;
  readonly day: Day;
  readonly file: string;
  readonly sha256: string;
};

export type Merged = {
  readonly book: PriceBook;
  /** Targets by what became of them: each target of the old book is in one of the first four. */
  readonly changed: readonly string[];
  readonly same: readonly string[];
  /** Not in the catalogue; kept, with a note. */
  readonly absent: readonly string[];
  /** In the catalogue as a row that was skipped; kept as they were. */
  readonly unread: readonly string[];
  readonly added: readonly string[];
  /** In the catalogue, not in the book, and not asked for. */
  readonly unknown: readonly string[];
  readonly kept: readonly Kept[];
};

/**
 * A book with the prices that a catalogue gives. A changed price begins on the day of the import and ends nothing in
 * the past; an announced one begins on its day. No target and no period is ever removed, no rate erased, and what has
 * no date is only filled in. `wanted` says which targets that the book lacks are taken over.
 */
export function mergeBook(
  old: PriceBook,
  upstream: Upstream,
  origin: Origin,
  wanted: (target: string) => boolean,
): Merged {
  const { catalogue, day, file, sha256 } = origin;
  const key = `${catalogue}@${day}`;
  const rows = new Map(upstream.rows.map((row) => [row.target, row]));
  const skipped = new Set(upstream.skipped.map(({ target }) => target));
  const fates = { changed: [] as string[], same: [] as string[], absent: [] as string[], unread: [] as string[] };
  const kept: Kept[] = [];
  const models = old.models.map((model): PricedModel => {
    const { target } = model;
    const row = rows.get(target);
    if (row === undefined) {
      const unread = skipped.has(target);
      fates[unread ? "unread" : "absent"].push(target);
      return unread ? model : noteAbsent(model, catalogue, day);
    }
    const priced = withPrices(model, row, day);
    const filled = fillUnknown(priced, row);
    kept.push(...filled.kept, ...droppedTiers(model, row, day));
    fates[priced === model ? "same" : "changed"].push(target);
    const sources = filled.model === model || model.sources.includes(key) ? model.sources : [...model.sources, key];
    const checked = model.checked !== undefined && model.checked > day ? model.checked : day;
    return notePresent({ ...filled.model, sources, checked }, catalogue);
  });
  const olds = new Set(old.models.map(({ target }) => target));
  const news = upstream.rows.filter(({ target }) => !olds.has(target));
  const added = news.filter(({ target }) => wanted(target));
  const book = PriceBook.parse({
    ...old,
    name: day,
    title: `Prices known on ${inWords(day)}`,
    as_of: day,
    sources: { ...old.sources, [key]: { file, sha256, date: day } },
    models: [...models, ...added.map((row) => asModel(row, key, day))],
  });
  const names = (list: readonly ImportedRow[]): string[] => list.map(({ target }) => target);
  return { book, ...fates, added: names(added), unknown: names(news.filter((row) => !added.includes(row))), kept };
}

/** The model at the row's prices of the day, and at those that it announces for later days. */
function withPrices(model: PricedModel, row: ImportedRow, day: Day): PricedModel {
  const today = periodOn(row, day);
  const later = row.periods.flatMap((period) =>
    period.from !== undefined && period.from > day ? [{ ...period, day: period.from }] : [],
  );
  const priced = today === undefined ? model : withRatesFrom(model, day, today);
  return later.reduce((so, { day: first, ...period }) => withRatesFrom(so, first, period), priced);
}

/** Tiers of the book that a catalogue does not have: perhaps ended, perhaps only missing there. */
function droppedTiers(model: PricedModel, row: ImportedRow, day: Day): Kept[] {
  const theirs = periodOn(row, day)?.tiers ?? [];
  return (periodOn(model, day)?.tiers ?? []).flatMap((tier): Kept[] =>
    theirs.some((other) => isSameLimit(other, tier))
      ? []
      : [{ target: model.target, what: `input over ${tier.over_tokens}`, book: tier.input, upstream: "not given" }],
  );
}

/** A row as a model that the book did not have. */
function asModel({ target, periods, lifecycle, name: _, ...facts }: ImportedRow, key: string, day: Day): PricedModel {
  const { ends, released, deprecated } = lifecycle;
  const over = ends !== undefined && ends <= day;
  const leaving = deprecated === true || ends !== undefined;
  const status = over ? "retired" : leaving ? "deprecated" : "active";
  const dates = { ...(released !== undefined && { released }), ...(ends !== undefined && { ends }) };
  const source = leaving ? { source: key } : {};
  return {
    target,
    periods: inOrder(periods),
    ...facts,
    lifecycle: { status, ...dates, ...source },
    sources: [key],
    checked: day,
  };
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** 2026-11-25 as "25 November 2026". */
const inWords = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;
