import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareBooks } from "../../src/cost/books/diff.ts";
import { type Merged, mergeBook } from "../../src/cost/books/merge.ts";
import { suspectPrices } from "../../src/cost/books/suspects.ts";
import { PriceBook, periodOn } from "../../src/domain/price/book.ts";
import type { ImportedRow, SkippedRow } from "../../src/domain/price/imported.ts";
import type { PricedModel } from "../../src/domain/price/model.ts";
import type { Period } from "../../src/domain/price/period.ts";

const current = PriceBook.parse(JSON.parse(readFileSync("datasets/prices/2026-11-24.json", "utf8")));
const DAY = "2026-11-25";
const origin = { catalogue: "litellm", day: DAY, file: "prices.json", sha256: "0".repeat(64) };

const bookOf = (...models: Partial<PricedModel>[]): PriceBook =>
  PriceBook.parse({
    name: "2026-11-24",
    title: "Test",
    as_of: "2026-11-24",
    currency: "USD",
    unit: "1M tokens",
    sources: { s: { what: "made up" } },
    models: models.map((model) => ({
      target: "openai/m",
      periods: [{ input: "2", output: "10" }],
      lifecycle: { status: "active" },
      sources: ["s"],
      ...model,
    })),
  });
const row = (period: Partial<Period>, more: Partial<ImportedRow> = {}): ImportedRow => ({
  target: "openai/m",
  name: "m",
  periods: [{ input: "2", output: "10", ...period }],
  lifecycle: {},
  ...more,
});
const merge = (book: PriceBook, rows: ImportedRow[], skipped: SkippedRow[] = [], wanted = false): Merged =>
  mergeBook(book, { rows, skipped }, origin, () => wanted);
const firstOf = ({ models: [first] }: PriceBook): PricedModel => {
  if (first === undefined) throw new Error("the book is empty");
  return first;
};
const only = ({ book }: Merged): PricedModel => firstOf(book);

describe("a merge", () => {
  it("begins a changed price on the day and touches no other period", () => {
    const first = { to: "2026-10-01", input: "5", output: "20" };
    const second = { from: "2026-10-01", to: "2026-12-15", input: "2", output: "10", cache_read: "0.2" };
    const third = { from: "2027-01-01", input: "3", output: "12" };
    const merged = merge(bookOf({ periods: [first, second, third] }), [row({ input: "1.5" })]);
    expect(only(merged).periods).toEqual([
      first,
      second,
      { from: DAY, to: "2026-12-15", input: "1.5", output: "10", cache_read: "0.2" },
      third,
    ]);
    expect(merged).toMatchObject({ changed: ["openai/m"], same: [], absent: [] });
    expect(only(merged)).toMatchObject({ checked: DAY, sources: ["s", `litellm@${DAY}`] });
    expect(merged.book).toMatchObject({
      name: DAY,
      as_of: DAY,
      title: "Prices known on 25 November 2026",
      sources: { s: {}, [`litellm@${DAY}`]: { file: "prices.json", sha256: "0".repeat(64), date: DAY } },
    });
  });

  it("only notes the day of a price that is the same, however it is written", () => {
    const book = bookOf({ periods: [{ input: "2.50", output: "10" }], checked: "2026-11-01" });
    const merged = merge(book, [row({ input: "2.5", output: "10.0" })]);
    expect(merged.same).toEqual(["openai/m"]);
    expect(only(merged)).toEqual({ ...book.models[0], checked: DAY });
  });

  it("changes a price again on the same day in place", () => {
    const once = merge(bookOf({}), [row({ input: "1" })]);
    const twice = merge(once.book, [row({ input: "1.5" })]);
    expect(only(twice).periods).toEqual([
      { input: "2", output: "10" },
      { from: DAY, input: "1.5", output: "10" },
    ]);
  });

  it("takes an announced price on its day", () => {
    const later = { from: "2027-01-01", input: "4", output: "20" };
    const merged = merge(bookOf({}), [row({}, { periods: [{ input: "2", output: "10" }, later] })]);
    expect(only(merged).periods).toEqual([{ input: "2", output: "10" }, later]);
  });

  it("keeps rates and tiers that the catalogue lacks, and takes 271,999 for 272,000", () => {
    const tiers = [{ over_tokens: 272_000, input: "4", output: "15", cache_read: "0.4" }];
    const book = bookOf({ periods: [{ input: "2", output: "10", cache_write_12h: "5", tiers }] });
    const more = [{ over_tokens: 271_999, input: "3", output: "15" }];
    expect(only(merge(book, [row({ tiers: more })])).periods[1]).toEqual({
      from: DAY,
      input: "2",
      output: "10",
      cache_write_12h: "5",
      tiers: [{ over_tokens: 272_000, input: "3", output: "15", cache_read: "0.4" }],
    });
    const without = merge(book, [row({})]);
    expect(without.same).toEqual(["openai/m"]);
    expect(without.kept).toMatchObject([{ what: "input over 272000", book: "4", upstream: "not given" }]);
  });

  it("fills in what has no date, and keeps what is known", () => {
    const book = bookOf({ context_tokens: 400_000, service: { batch: "0.5" } });
    const merged = merge(book, [
      row(
        {},
        {
          context_tokens: 272_000,
          max_output_tokens: 128_000,
          vision: true,
          service: { batch: "0.4", flex: "0.5" },
          lifecycle: { ends: "2027-01-01" },
        },
      ),
    ]);
    expect(only(merged)).toMatchObject({
      context_tokens: 400_000,
      max_output_tokens: 128_000,
      vision: true,
      service: { batch: "0.5", flex: "0.5" },
      lifecycle: { status: "active" },
    });
    expect(merged.kept.map(({ what, book: ours, upstream }) => [what, ours, upstream])).toEqual([
      ["context_tokens", "400000", "272000"],
      ["batch factor", "0.5", "0.4"],
      ["ends", "not known", "2027-01-01"],
    ]);
  });

  it("keeps a target that the catalogue lacks, with one note a catalogue", () => {
    const book = bookOf({ note: "cut in June" });
    const absent = merge(book, []);
    expect(absent.absent).toEqual(["openai/m"]);
    expect(only(absent).note).toBe(`cut in June; not in litellm on ${DAY}`);
    expect(only(merge(absent.book, [])).note).toBe(`cut in June; not in litellm on ${DAY}`);
    expect(only(merge(absent.book, [row({})])).note).toBe("cut in June");
    const other = mergeBook(
      absent.book,
      { rows: [], skipped: [] },
      { ...origin, catalogue: "models.dev" },
      () => false,
    );
    expect(only(other).note).toBe(`cut in June; not in litellm on ${DAY}; not in models.dev on ${DAY}`);
  });

  it("leaves a target alone whose row was skipped", () => {
    const book = bookOf({});
    const merged = merge(book, [], [{ name: "m", why: "not chat but embedding", target: "openai/m" }]);
    expect(merged.unread).toEqual(["openai/m"]);
    expect(only(merged)).toEqual(book.models[0]);
  });

  it("adds a target only when it is asked for", () => {
    const news = row({}, { target: "openai/n", vision: true, lifecycle: { ends: "2026-11-01" } });
    expect(merge(bookOf({}), [row({}), news])).toMatchObject({ added: [], unknown: ["openai/n"] });
    const merged = merge(bookOf({}), [row({}), news], [], true);
    expect(merged.added).toEqual(["openai/n"]);
    expect(merged.book.models[1]).toEqual({
      target: "openai/n",
      periods: [{ input: "2", output: "10" }],
      vision: true,
      lifecycle: { status: "retired", ends: "2026-11-01", source: `litellm@${DAY}` },
      sources: [`litellm@${DAY}`],
      checked: DAY,
    });
  });

  it("changes nothing when a book's own prices come back", () => {
    const rows = current.models.map(
      ({ target, periods }): ImportedRow => ({
        target,
        name: target,
        periods: periods as [Period, ...Period[]],
        lifecycle: {},
      }),
    );
    const merged = merge(current, rows);
    expect(merged.same).toHaveLength(current.models.length);
    expect(merged.book.models).toEqual(current.models.map((model) => ({ ...model, checked: DAY })));
    expect(compareBooks({ book: current, day: DAY }, { book: merged.book, day: DAY }, true)).toEqual([]);
  });
});

const Amount = fc.integer({ min: 1, max: 5000 }).map((cents) => String(cents / 100));
const AnyPeriod = fc.record(
  {
    input: Amount,
    output: Amount,
    cache_read: Amount,
    cache_write: Amount,
    tiers: fc.uniqueArray(
      fc.record({ over_tokens: fc.constantFrom(128_000, 200_000, 271_999), input: Amount, output: Amount }),
      {
        selector: ({ over_tokens: over }) => over,
        minLength: 1,
      },
    ),
  },
  { requiredKeys: ["input", "output"] },
);
const AnyRow = fc
  .record({
    target: fc.constantFrom(...current.models.map(({ target }) => target), "openai/brand-new"),
    first: AnyPeriod,
    later: fc.uniqueArray(fc.tuple(fc.constantFrom("2026-12-01", "2027-01-01", "2027-06-01"), AnyPeriod), {
      selector: ([from]) => from,
    }),
  })
  .map(({ target, first, later }): ImportedRow => {
    const dated = later.sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, period]) => ({ from, ...period }));
    return { target, name: target, periods: [first, ...dated], lifecycle: {} };
  });
const AnyRows = fc.uniqueArray(AnyRow, { selector: ({ target }) => target, maxLength: 20 });

describe("every merge", () => {
  it("removes no target, no period and no rate, and leaves every past day as it was", () => {
    fc.assert(
      fc.property(AnyRows, fc.boolean(), (rows, wanted) => {
        const { book } = merge(current, rows, [], wanted);
        for (const [i, old] of current.models.entries()) {
          const now = book.models[i];
          expect(now?.target).toBe(old.target);
          const begins = now?.periods.map(({ from }) => from ?? "") ?? [];
          expect(begins).toEqual([...begins].sort());
          for (const period of old.periods) {
            const kept = now?.periods.find(({ from }) => from === period.from);
            expect(kept).toBeDefined();
            if ((period.from ?? "") < DAY) expect(kept).toEqual(period);
          }
          const [before, after] = [periodOn(old, DAY), now && periodOn(now, DAY)];
          expect(Object.keys(after ?? {})).toEqual(
            expect.arrayContaining(Object.keys(before ?? {}).filter((key) => key !== "from")),
          );
          for (const day of ["2025-01-01", "2026-03-13", "2026-11-24"]) {
            expect(now && periodOn(now, day)).toEqual(periodOn(old, day));
          }
        }
      }),
    );
  });

  it("holds the catalogue's price on the day, and is done after one pass", () => {
    fc.assert(
      fc.property(AnyRows, (rows) => {
        const { book } = merge(current, rows);
        for (const {
          target,
          periods: [first],
        } of rows) {
          const model = book.models.find((other) => other.target === target);
          if (model === undefined) continue;
          const held = periodOn(model, DAY);
          expect([Number(held?.input), Number(held?.output)]).toEqual([Number(first.input), Number(first.output)]);
        }
        expect(merge(book, rows).changed).toEqual([]);
      }),
    );
  });
});

describe("suspicious prices", () => {
  const model = (period: Partial<Period>, ...later: Period[]): PricedModel => ({
    ...firstOf(bookOf({})),
    periods: [{ input: "2", output: "10", cache_read: "0.2", cache_write: "2.5", ...period }, ...later],
  });
  const found = (now: PricedModel, old: PricedModel = model({})): string[] =>
    suspectPrices(old, now, DAY).map(({ what, old: was, new: value, why }) => `${what} ${was ?? "—"} ${value}: ${why}`);

  it.each<[Partial<Period>, string[]]>([
    [{}, []],
    [{ input: "2.0" }, []],
    [{ output: "30" }, []],
    [{ output: "30.01" }, ["output 10 30.01: jumps by more than 3 times"]],
    [{ output: "3.34" }, []],
    [{ output: "3.33" }, ["output 10 3.33: jumps by more than 3 times"]],
    [{ cache_read: "0" }, ["cache_read 0.2 0: becomes 0"]],
    [{ input: "0", output: "0" }, ["input 2 0: becomes 0", "output 10 0: becomes 0"]],
    [{ input: "2.6" }, ["input 2 2.6: puts input 2.6 above cache_write 2.5"]],
    [{ cache_write: "1.9" }, ["cache_write 2.5 1.9: puts input 2 above cache_write 1.9"]],
    [{ cache_write_1h: "1" }, ["cache_write_1h — 1: puts input 2 above cache_write_1h 1"]],
    [
      { tiers: [{ over_tokens: 200_000, input: "4", output: "3" }] },
      ["input over 200000 — 4: puts input 4 above output 3"],
    ],
  ])("of %j are %j", (period, expected) => {
    expect(found(model(period))).toEqual(expected);
  });

  it("are sought in what is announced and in what is new, not in what was there", () => {
    const later = { from: "2027-01-01", input: "9", output: "10" };
    expect(found(model({}, later))).toEqual(["input from 2027-01-01 2 9: jumps by more than 3 times"]);
    expect(found(model({}, later), model({}, later))).toEqual([]);
    expect(suspectPrices(undefined, model({ input: "99", output: "100", cache_write: "0" }), DAY)).toMatchObject([
      { what: "cache_write", old: undefined, new: "0", why: "becomes 0" },
    ]);
    const odd = model({ cache_read: "3" });
    expect(found(odd, odd)).toEqual([]);
  });
});

describe("the difference of two books", () => {
  const compare = (a: PriceBook, b: PriceBook, ahead = true): string[] =>
    compareBooks({ book: a, day: a.as_of }, { book: b, day: b.as_of }, ahead).map(
      ({ target, kind, what, old, new: now, factor }) =>
        [target, kind, what, old ?? "—", now ?? "—", factor ?? ""].join(" "),
    );

  it("is none from a book to itself", () => {
    expect(compare(current, current)).toEqual([]);
  });

  it("names what is added, gone and changed", () => {
    const tiers = [{ over_tokens: 200_000, input: "4", output: "20" }];
    const a = bookOf(
      { periods: [{ input: "2.50", output: "10", tiers }], service: { batch: "0.5" } },
      { target: "openai/old" },
    );
    const b = bookOf(
      {
        periods: [
          { input: "2.5", output: "5", tiers: [{ over_tokens: 200_000, input: "3", output: "20" }] },
          { from: "2027-01-01", input: "9", output: "9" },
        ],
        service: { batch: { input: "0.5", output: "0.4" } },
        lifecycle: { status: "deprecated", ends: "2027-03-01", replacement: "openai/new" },
        context_tokens: 1000,
      },
      { target: "openai/new" },
    );
    expect(compare(a, b)).toEqual([
      "openai/m changed output 10 5 0.5",
      "openai/m changed input over 200000 4 3 0.75",
      "openai/m changed input from 2027-01-01 2.50 9 3.6",
      "openai/m changed output from 2027-01-01 10 9 0.9",
      "openai/m changed input over 200000 from 2027-01-01 4 — ",
      "openai/m changed output over 200000 from 2027-01-01 20 — ",
      "openai/m changed status active deprecated ",
      "openai/m changed ends — 2027-03-01 ",
      "openai/m changed replacement — openai/new ",
      "openai/m changed batch factor 0.5 0.5 in, 0.4 out ",
      "openai/m changed context_tokens — 1000 ",
      "openai/old gone target 2 in, 10 out — ",
      "openai/new added target — 2 in, 10 out ",
    ]);
    expect(compare(a, b, false).filter((line) => line.includes("2027-01-01"))).toEqual([]);
  });
});
