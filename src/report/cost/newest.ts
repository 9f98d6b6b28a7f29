import { lineUp } from "../../domain/price/line-up.ts";
import { CLASSES, type ModelClass, type PricedModel } from "../../domain/price/model.ts";
import type { CostFacts } from "./facts.ts";

export const vendorsOf = ({ book }: CostFacts): string[] => [
  ...new Set(book.models.map(({ target }) => target.split("/")[0] ?? target)),
];

/** The newest model of every family on the day of the report, of one class or of all. */
export const newestOf = (facts: CostFacts, name?: ModelClass): PricedModel[] =>
  vendorsOf(facts).flatMap((vendor) =>
    (name === undefined ? CLASSES : [name]).flatMap((each) => lineUp(facts.book, vendor, each, facts.day)),
  );
