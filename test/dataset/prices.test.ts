import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PriceBook } from "../../src/domain/price/book.ts";
import type { PricedModel } from "../../src/domain/price/model.ts";
import { hasShared, sharedFile } from "../shared.ts";

const book = (name: string): PriceBook =>
  PriceBook.parse(JSON.parse(readFileSync(`datasets/prices/${name}.json`, "utf8")));
const current = book("2026-11-24");
const article = book("article-2026-01-29");
const find = ({ models }: PriceBook, target: string): PricedModel | undefined =>
  models.find((model) => model.target === target);

/** What the snapshot of facts says of a model, as far as the book must say the same. */
type Fact = {
  id: string;
  vendor: string;
  periods: {
    from: string | null;
    in: number;
    out: number;
    cr?: number;
    tiers?: { over: number; in: number; out: number }[];
  }[];
  lifecycle: { status: string; date: string | null };
};

describe.skipIf(!hasShared("data/prices-snapshot.json"))("the current price book", () => {
  const { models } = existsSync(sharedFile("data/prices-snapshot.json"))
    ? (JSON.parse(readFileSync(sharedFile("data/prices-snapshot.json"), "utf8")) as { models: Fact[] })
    : { models: [] };

  it("holds every model of the snapshot and no other", () => {
    expect(current.models.map(({ target }) => target).sort()).toEqual(
      models.map(({ id, vendor }) => `${vendor}/${id}`).sort(),
    );
  });

  it("holds the same dated prices and tiers", () => {
    expect(models).toHaveLength(63);
    for (const { id, vendor, periods } of models) {
      const found = find(current, `${vendor}/${id}`)?.periods.map(
        ({ from, input, output, cache_read: read, tiers }) => ({
          from: from ?? null,
          in: Number(input),
          out: Number(output),
          ...(read === undefined ? {} : { cr: Number(read) }),
          ...(tiers === undefined
            ? {}
            : {
                tiers: tiers.map((tier) => ({
                  over: tier.over_tokens,
                  in: Number(tier.input),
                  out: Number(tier.output),
                })),
              }),
        }),
      );
      const facts = periods.map(({ from, in: input, out, cr, tiers }) => ({
        // Some starts are known as "before" a day: the book takes that day.
        from: /\d{4}-\d\d-\d\d/.exec(from ?? "")?.[0] ?? null,
        in: input,
        out,
        ...(cr === undefined ? {} : { cr }),
        ...(tiers === undefined
          ? {}
          : { tiers: tiers.map((tier) => ({ over: tier.over, in: tier.in, out: tier.out })) }),
      }));
      expect(found, id).toEqual(facts);
    }
  });

  it("ends every model on the day that is known", () => {
    for (const { id, vendor, lifecycle } of models) {
      const ends = find(current, `${vendor}/${id}`)?.lifecycle.ends;
      const day = /^\d{4}-\d\d-\d\d$/.exec(lifecycle.date ?? "")?.[0];
      if (day !== undefined && lifecycle.status !== "active") expect(ends, id).toBe(day);
    }
  });
});

describe.skipIf(!hasShared("article.ko.md"))("the article's price book", () => {
  it("holds the tables of section 1 as printed", () => {
    const text = existsSync(sharedFile("article.ko.md")) ? readFileSync(sharedFile("article.ko.md"), "utf8") : "";
    const section = text.slice(text.indexOf("### 1-1."), text.indexOf("### 1-4."));
    const printed = [
      ...section.matchAll(
        /^\| \*\*(.+?)\*\* \| \$([\d.]+)(?: \/ \$([\d.]+))? \| \$([\d.]+)(?: \/ \$([\d.]+))? \| (\S+) \|/gm,
      ),
    ].map(([, name = "", input, overInput, output, overOutput, context]) => ({
      name: name.toLowerCase().replaceAll(/[ .]/g, "-"),
      price: [input, output],
      over: overInput === undefined ? undefined : [overInput, overOutput],
      context,
    }));
    const held = article.models.map(({ target, periods: [period], context_tokens: context = 0 }) => ({
      name: target.split("/")[1]?.replaceAll(".", "-"),
      price: [period?.input, period?.output],
      over: period?.tiers?.[0] === undefined ? undefined : [period.tiers[0].input, period.tiers[0].output],
      context: context >= 1e6 ? `${context / 1e6}M` : `${context / 1e3}K`,
    }));
    expect(printed).toHaveLength(12);
    expect(held).toEqual(printed);
  });
});
