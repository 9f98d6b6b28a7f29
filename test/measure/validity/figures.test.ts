import { describe, expect, it } from "vitest";
import { FENCED, trial, VALID } from "./asked-trials.ts";
import { FAILED, figures, wanted } from "./figures-of.ts";

describe("figures of valid JSON", () => {
  it("by hand: two items, one of them asked again", () => {
    const asked = [
      trial("order-1"),
      trial("order-2", {
        first: FENCED,
        after: { again: [FENCED, VALID], message: [{ ...VALID, tokens: 200, usd: 2 }], other: undefined },
      }),
      trial("order-2", { first: undefined }),
      trial("order-1", { condition: "json" }),
      trial("order-2", { condition: "json" }),
      trial("order-1", { lang: "en" }),
      trial("order-2", { lang: "en" }),
    ];
    const all = figures(asked, ["again", "message", "other"]).filter(({ domain }) => domain === "all");
    const told = all.map(({ lang, condition, metric, value, n, clusters }) =>
      [lang, condition, metric, value, `${n}/${clusters ?? "-"}`].join(" "),
    );
    expect(told.filter((line) => line.startsWith("ko "))).toEqual([
      "ko prompt trials 3 3/2",
      "ko prompt api_trouble 1 3/2",
      "ko prompt syntax_valid 0.5 2/2",
      "ko prompt repaired_valid 0.5 2/2",
      "ko prompt field_accuracy 0.75 2/2",
      "ko prompt answer_right 0.5 2/2",
      "ko prompt first_try_valid 0.5 2/2",
      "ko prompt final_valid 0.5 2/2",
      "ko prompt unresolved_share 0.5 2/2",
      "ko prompt attempts_per_success 2 2/2",
      "ko prompt tokens_per_success 220 2/2",
      "ko prompt usd_per_success 2.5 2/2",
      // A dollar and a quarter at first, half of them not valid: 1.25 × 1.5.
      "ko prompt article_usd_per_success 1.875 2/2",
      "ko prompt article_error -25 2/2",
      // Four answers of 440 tokens and five dollars, two trials valid in the end.
      "ko prompt again final_valid 1 2/2",
      "ko prompt again unresolved_share 0 2/2",
      "ko prompt again attempts_per_success 2 2/2",
      "ko prompt again tokens_per_success 220 2/2",
      "ko prompt again usd_per_success 2.5 2/2",
      "ko prompt again extra_tokens 110 2/2",
      "ko prompt again extra_usd 1.25 2/2",
      "ko prompt again article_usd_per_success 1.875 2/2",
      "ko prompt again article_error -25 2/2",
      "ko prompt message final_valid 1 2/2",
      "ko prompt message unresolved_share 0 2/2",
      "ko prompt message attempts_per_success 1.5 2/2",
      "ko prompt message tokens_per_success 210 2/2",
      "ko prompt message usd_per_success 2.25 2/2",
      "ko prompt message extra_tokens 100 2/2",
      "ko prompt message extra_usd 1 2/2",
      "ko prompt message article_usd_per_success 1.875 2/2",
      `ko prompt message article_error ${(1.875 / 2.25 - 1) * 100} 2/2`,
      // Nobody knows how the other one ended.
      "ko prompt other final_valid 1 1/1",
      "ko prompt other unresolved_share 0 1/1",
      "ko prompt other attempts_per_success 1 1/1",
      "ko prompt other tokens_per_success 100 1/1",
      "ko prompt other usd_per_success 1 1/1",
      "ko prompt other extra_tokens 0 1/1",
      "ko prompt other extra_usd 0 1/1",
      "ko prompt other article_usd_per_success 1 1/1",
      "ko prompt other article_error 0 1/1",
      "ko prompt fence json_faults 1 2/-",
      "ko json trials 2 2/2",
      "ko json api_trouble 0 2/2",
      "ko json syntax_valid 1 2/2",
      "ko json repaired_valid 0 2/2",
      "ko json field_accuracy 1 2/2",
      "ko json answer_right 1 2/2",
      "ko json first_try_valid 1 2/2",
      "ko json attempts_per_success 1 2/2",
      "ko json tokens_per_success 100 2/2",
      "ko json usd_per_success 1 2/2",
      "ko json article_usd_per_success 1 2/2",
      "ko json article_error 0 2/2",
      "ko json validity_effect 0.5 4/2",
    ]);
    expect(told.filter((line) => line.startsWith("ko-en "))).toEqual([
      "ko-en prompt first_try_valid -0.5 4/2",
      "ko-en prompt usd_per_success_ratio 2.5 4/2",
      "ko-en prompt again final_valid 0 4/2",
      "ko-en prompt again usd_per_success_ratio 2.5 4/2",
      "ko-en prompt message final_valid 0 4/2",
      "ko-en prompt message usd_per_success_ratio 2.25 4/2",
      "ko-en prompt other final_valid 0 2/1",
      "ko-en prompt other usd_per_success_ratio 1 2/1",
    ]);
    expect(all.filter(({ confidence }) => confidence !== undefined)).toEqual([]);
  });

  it("stand by target, then all tasks and each, as first seen, then language and condition", () => {
    const asked = (["en", "ko"] as const).flatMap((lang) =>
      ["b/model", "a/model"].flatMap((target) =>
        ["order", "event"].flatMap((task) =>
          ["json", "prompt"].map((condition) => trial("1", { target, task, lang, condition })),
        ),
      ),
    );
    const places = figures(asked).map(({ target, domain, lang, condition }) =>
      [target, domain, lang, lang === "ko-en" ? "" : condition].join(" "),
    );
    const own = (domain: string) =>
      ["ko prompt", "ko json", "en prompt", "en json", "ko-en "].map((rest) => `${domain} ${rest}`);
    const all = ["all", "order", "event"].flatMap(own);
    // A change under the condition stands after all of them.
    expect([...new Set(places)]).toEqual(
      ["b/model", "a/model"].flatMap((target) => all.map((rest) => `${target} ${rest}`)),
    );
  });

  it("of nothing are none, and of what the API never answered say only that", () => {
    expect(figures([], ["again"])).toEqual([]);
    const told = figures([trial("1", { first: undefined })], ["again"]).filter(({ domain }) => domain === "all");
    expect(told.map(({ metric, value }) => `${metric} ${value}`)).toEqual(["trials 1", "api_trouble 1"]);
  });

  it("take the same item of two tasks for two", () => {
    const told = figures([trial("1"), trial("1", { task: "event" })]);
    expect(wanted(told, "first_try_valid")).toMatchObject({ n: 2, clusters: 2 });
  });
});

describe("a first answer", () => {
  it("is right only if it is valid and every field is", () => {
    const told = figures([
      trial("1", { first: { ...FENCED, fields: { right: 4, all: 4 } } }),
      trial("2", { first: { ...VALID, fields: { right: 3.5, all: 4 } } }),
      trial("3"),
    ]);
    expect(wanted(told, "answer_right")?.value).toBeCloseTo(1 / 3, 12);
    expect(wanted(told, "field_accuracy")?.value).toBeCloseTo(11.5 / 12, 12);
  });

  it("is counted by the fault that decided it, in the order of the ladder, over all tasks", () => {
    const told = figures(
      (["wrong-type", "fence", "refusal", "fence"] as const).map((decided, at) =>
        trial(`${at}`, { first: { ...FENCED, decided, faults: [decided, "duplicate-key"] } }),
      ),
    );
    expect(
      told
        .filter(({ metric }) => metric === "json_faults")
        .map(({ domain, condition, value }) => [domain, condition, value]),
    ).toEqual([
      ["all", "prompt refusal", 1],
      ["all", "prompt fence", 2],
      ["all", "prompt wrong-type", 1],
    ]);
  });
});

describe("what is unknown", () => {
  it("leaves out tokens and dollars, never answers", () => {
    const unknown = { ...VALID, tokens: undefined, usd: undefined };
    const told = figures([trial("1"), trial("2", { first: unknown })], ["again"]);
    expect(told.filter(({ metric }) => /usd|tokens|article/u.test(metric))).toEqual([]);
    expect(wanted(told, "attempts_per_success", "prompt again")?.value).toBe(1);
  });

  it("of fields is left out of their share, and is not right", () => {
    const told = figures([trial("1"), trial("2", { first: { ...VALID, fields: undefined } })]);
    expect(wanted(told, "field_accuracy")).toMatchObject({ value: 1, n: 1, clusters: 1 });
    expect(wanted(told, "answer_right")).toMatchObject({ value: 0.5, n: 2 });
    expect(wanted(figures([trial("1", { first: { ...VALID, fields: undefined } })]), "field_accuracy")).toBeUndefined();
  });

  it("is what a success takes where nothing succeeded", () => {
    const told = figures([trial("1", FAILED)]);
    expect(told.filter(({ metric }) => metric.includes("per_success"))).toEqual([]);
    expect(wanted(told, "unresolved_share")?.value).toBe(1);
  });
});
