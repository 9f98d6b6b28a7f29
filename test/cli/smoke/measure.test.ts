import { describe, expect, it } from "vitest";
import { usdBy } from "../../../src/cli/asking/price.ts";
import { daysOf, sourceOf } from "../../../src/cli/asking/source.ts";
import { measureSmoke } from "../../../src/cli/smoke/measure.ts";
import type { PriceBook } from "../../../src/domain/price/book.ts";
import { type Made, made, pickerOf, planned, REFUSED } from "../../measure/hand-made.ts";
import { book, everything, inputOf, suite } from "./set.ts";

const trials = planned(["a/thinks"], 3);
const at = pickerOf(trials);
const one = (given: Made): ReturnType<typeof made> => made(at("a/thinks p1.ko 1"), given);
const graded = (...given: readonly Made[]): ReturnType<typeof measureSmoke> =>
  measureSmoke(
    inputOf(
      trials,
      given.map((how, i) => [`a/thinks p${i + 1}.ko 1`, how]),
    ),
  );

describe("rows", () => {
  it("carry the grade of the weakest attempt in them, and where the others came from too", () => {
    const { rows } = graded(
      { evidence: "live", tokens: [1, 1], ms: [1, 1, 1], served: "m-2" },
      { evidence: "recorded", day: "2026-11-20", tokens: [1, 1], served: "m-1" },
      { evidence: "simulated" },
    );
    const row = (metric: string): unknown =>
      rows.flatMap((each) => (each.metric === metric ? [[each.evidence, each.source, each.price_date]] : []))[0];
    const both = "live 2026-11-25, served by m-2; recorded 2026-11-20, served by m-1";
    expect(row("ttft_ms")).toEqual(["live", "live 2026-11-25, served by m-2", undefined]);
    expect(row("input_tokens")).toEqual(["recorded", both, undefined]);
    expect(row("trials")).toEqual(["simulated", `${both}; simulated by profile hand-made`, undefined]);
    expect(row("usd_spent")).toEqual(["recorded", `${both}; prices/hand-made`, "2026-11-24"]);
  });

  it("are of one run and suite, with the unit of their metric", () => {
    const { rows } = graded({ tokens: [1, 1] });
    expect(new Set(rows.map((row) => `${row.suite} ${row.run} ${row.domain}`))).toEqual(new Set(["smoke smoke-1 all"]));
    expect(rows.find(({ metric }) => metric === "attempt_failure")?.unit).toBe("share");
  });
});

describe("facts", () => {
  it.each<[string, readonly Made[], unknown, string | undefined]>([
    ["live", [{}, {}], { evidence: "live", attempts: 2, of: 2 }, "2026-11-25"],
    [
      "live and recorded",
      [{}, { evidence: "recorded", day: "2026-11-20" }],
      { evidence: "recorded", attempts: 1, of: 2 },
      "2026-11-20–2026-11-25",
    ],
    [
      "a simulated one among others, whose day means nothing",
      [{}, { evidence: "simulated", day: "1970-01-01" }, { evidence: "simulated", day: "1970-01-01" }],
      { evidence: "simulated", attempts: 2, of: 3 },
      "2026-11-25",
    ],
    ["simulated", [{ evidence: "simulated" }], { evidence: "simulated", attempts: 1, of: 1 }, undefined],
    ["nothing", [], undefined, undefined],
  ])("of %s: the grade of the weakest, and the days of those that a provider answered", (_, given, grade, days) => {
    expect(graded(...given).facts).toMatchObject({ grade, days, planned: 6, asked: given.length });
  });

  it("tell targets that answered, that did not, and that were not asked; and every failure of a first attempt", () => {
    const { targets, failures, prompts, langs } = measureSmoke(everything).facts;
    expect(targets.map(({ target, asked, answered }) => [target, asked, answered])).toEqual([
      ["a/thinks", true, true],
      ["b/fails", true, true],
      ["c/silent", true, false],
      ["d/unpriced", true, true],
      ["e/never", false, false],
    ]);
    expect(failures.map(({ trial, kind, status }) => [trial, kind, status])).toEqual([
      ["b/fails p1.ko 1", "rate-limit", 429],
      ["c/silent p1.ko 1", "network", undefined],
      ["b/fails p1.en 1", "truncated-stream", undefined],
      ["b/fails p2.en 1", "rate-limit", 429],
    ]);
    expect([prompts, langs]).toEqual([2, ["ko", "en"]]);
    expect(measureSmoke(inputOf(planned(["a/x"], 2, { langs: ["en"] }), [])).facts.langs).toEqual(["en"]);
  });

  it("take no attempt of another plan", () => {
    const stray = { ...made(at("a/thinks p1.ko 1"), { failure: REFUSED }), "tokenwon.trial": "a/thinks p9.ko 1" };
    const { rows, facts } = measureSmoke({ ...inputOf(trials, []), attempts: [stray], suite });
    expect([rows, facts.asked, facts.failures, facts.grade]).toEqual([[], 0, [], undefined]);
  });
});

describe("where figures come from", () => {
  it("is said by days, first and last, and by every model that answered", () => {
    const attempts = [
      one({ day: "2026-11-25", served: "m-2" }),
      one({ day: "2026-11-24", served: "m-1" }),
      one({ day: "2026-11-26" }),
      one({ day: "2026-11-24", served: "m-2" }),
    ];
    expect(sourceOf(attempts, "p")).toBe("live 2026-11-24–2026-11-26, served by m-1, m-2");
    expect(sourceOf([one({})], "p")).toBe("live 2026-11-25");
    expect(daysOf([])).toBe("");
  });
});

describe("dollars of an attempt", () => {
  const [first] = book.models;
  const bookWith = (more: Partial<PriceBook["models"][number]>): PriceBook => ({
    ...book,
    models: [{ ...(first as PriceBook["models"][number]), ...more }, ...book.models.slice(1)],
  });
  const usd = (given: Made, priced: PriceBook = book): number | undefined => usdBy(priced, "2026-11-24")(one(given));

  it("are tokens × rates, thinking as output", () => {
    expect(usd({ tokens: [1000, 100, 400] })).toBeCloseTo(0.001 + 0.005, 12);
    expect(usd({ usage: { fresh_input: 100, cache_read: 900 } })).toBeCloseTo(0.001, 12);
  });

  it("stay those of the last price when a model is retired", () => {
    const lifecycle = { status: "retired", retired: "2026-01-01" } as const;
    expect(usd({ tokens: [1000, 0] }, bookWith({ lifecycle }))).toBeCloseTo(0.001, 12);
  });

  it.each<[string, Made, PriceBook]>([
    ["usage", {}, book],
    ["usage but zeros", { tokens: [0, 0] }, book],
    ["a price of the model", { tokens: [1, 1] }, { ...book, models: book.models.slice(1) }],
    [
      "a rate of what was used",
      { usage: { fresh_input: 1, cache_write_1h: 1 } },
      bookWith({ periods: [{ input: "1", output: "10", cache_write: "2" }] }),
    ],
    [
      "a price of that day yet",
      { tokens: [1, 1] },
      bookWith({ periods: [{ from: "2026-12-01", input: "1", output: "1" }] }),
    ],
  ])("are unknown without %s", (_, given, priced) => {
    expect(usd(given, priced)).toBeUndefined();
  });
});
