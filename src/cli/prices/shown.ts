import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { LifecycleState } from "../../domain/price/lifecycle.ts";
import type { PricedModel } from "../../domain/price/model.ts";

/** A target on a day: what it costs, who answers, and what stands behind that. */
export type Shown = {
  readonly book: PriceBook;
  readonly day: Day;
  readonly model: PricedModel;
  /** The model whose price is billed: itself, or the one that its name leads to. */
  readonly served: PricedModel;
  readonly state: LifecycleState;
  /** Who can be called in its place, where it cannot. */
  readonly heir: PricedModel | undefined;
  readonly tokenizer: string | undefined;
  /** What the article printed, where the record of that day has something else. */
  readonly misprinted: { readonly day: Day; readonly printed: string; readonly record: string } | undefined;
};
