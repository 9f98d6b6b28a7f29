import { join } from "node:path";
import { readPriceBook } from "../../dataset/books.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, periodOn, servedOn } from "../../domain/price/book.ts";
import { heirOf } from "../../domain/price/heir.ts";
import { stateOn } from "../../domain/price/lifecycle.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { didYouMean } from "../../domain/suggest.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import { type Effects, say } from "../effects.ts";
import { noteDay } from "../note-day.ts";
import type { PriceFlags } from "../price-flags.ts";
import { readBooks } from "../read-books.ts";
import { showLines } from "./show-lines.ts";
import type { Shown } from "./shown.ts";

/** The book of what the article printed, which every price is held against. */
const ARTICLE = "article-2026-01-29";

/** `prices show TARGET`: everything that the book knows of a target on a day. */
export async function showPrice(
  target: string,
  flags: Omit<PriceFlags, "krw"> & { readonly json?: true },
  effects: Effects,
): Promise<void> {
  const { book, record, day } = await readBooks({ ...flags, target: [] }, effects);
  noteDay(book, day, effects);
  const article = await readPriceBook(join(effects.root, "datasets"), ARTICLE);
  const model = modelNamed(book, target);
  const shown: Shown = {
    book,
    day,
    model,
    served: servedOn(book, target, day) ?? model,
    state: stateOn(model.lifecycle, day, book.as_of),
    heir: heirOf(book, target, day),
    tokenizer: tokenizersIn(book)((servedOn(book, target, day) ?? model).target)?.id,
    misprinted: misprint(
      article,
      record.models.find((each) => each.target === target),
    ),
  };
  if (flags.json === true) {
    const { served, state, heir, tokenizer, misprinted } = shown;
    const rates = periodOn(served, day);
    const answer = {
      book: book.name,
      day,
      state,
      served: served.target,
      heir: heir?.target,
      rates,
      tokenizer,
      misprinted,
    };
    say(effects.stdout, JSON.stringify({ target, ...answer, model }));
    return;
  }
  say(effects.stdout, showLines(shown).join("\n"));
}

/** The row of a target; a name that is not there gets the one that was meant. */
function modelNamed({ name, models }: PriceBook, target: string): PricedModel {
  const found = models.find((model) => model.target === target);
  if (found !== undefined) return found;
  const known = models.map((model) => model.target);
  const meant = known.find((each) => each.endsWith(`/${target}`)) ?? didYouMean(target, known);
  throw new UserError(
    "price",
    `The price book ${name} has no target "${target}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    { fix: "`list targets` prints all; --price FILE adds rates of your own." },
  );
}

function misprint(article: PriceBook, model: PricedModel | undefined): Shown["misprinted"] {
  if (model === undefined) return undefined;
  const day = article.as_of;
  const old = article.models.find(({ target }) => target === model.target);
  const printed = old && periodOn(old, day);
  const record = periodOn(model, day);
  if (printed === undefined || record === undefined) return undefined;
  const same = Number(printed.input) === Number(record.input) && Number(printed.output) === Number(record.output);
  const pair = ({ input, output }: { input: string; output: string }): string => `${Number(input)} / ${Number(output)}`;
  return same ? undefined : { day, printed: pair(printed), record: pair(record) };
}
