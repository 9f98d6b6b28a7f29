import type { PriceBook } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";

type Own = Pick<PricedModel, "target" | "tokenizer" | "service" | "note"> & {
  readonly period: PricedModel["periods"][number];
};

/** Known prices that begin before a day; what was announced for later gives way to the own rate. */
const before = (known: PricedModel | undefined, from: string | undefined): PricedModel["periods"][number][] =>
  from === undefined ? [] : (known?.periods ?? []).filter((period) => (period.from ?? "") < from);

/**
 * A price book with a person's own rates laid over it: a known target keeps its limits and lifecycle, an unknown one is
 * added. What holds is their rate alone: of the book's cache rates and tiers nothing is mixed in.
 */
export function withOwnRates(book: PriceBook, rates: readonly Own[], file: string): PriceBook {
  const key = `own:${file}`;
  const laid = (known: PricedModel | undefined, { target, tokenizer, service, note, period }: Own): PricedModel => ({
    lifecycle: { status: "active" },
    ...(known ?? { class: target.startsWith("local/") ? ("local" as const) : undefined }),
    target,
    periods: [...before(known, period.from), period],
    service: service ?? known?.service,
    tokenizer: tokenizer ?? known?.tokenizer,
    note: note ?? `own rate from ${file}`,
    sources: [key],
    checked: undefined,
  });
  const added = rates.filter(({ target }) => book.models.every((model) => model.target !== target));
  return {
    ...book,
    sources: { ...book.sources, [key]: { what: `rates of one's own, ${file}` } },
    models: [
      ...book.models.map((model) => {
        const own = rates.find(({ target }) => target === model.target);
        return own === undefined ? model : laid(model, own);
      }),
      ...added.map((own) => laid(undefined, own)),
    ] as PriceBook["models"],
  };
}
