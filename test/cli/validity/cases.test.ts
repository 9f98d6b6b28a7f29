import { describe, expect, it } from "vitest";
import { loadSuite } from "../../../src/cli/suites.ts";
import type { ValidityCase } from "../../../src/cli/validity/case-name.ts";
import { otherOf, type ValidityCases, validityCases, waysFor } from "../../../src/cli/validity/cases.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { sample } from "../../log/sample.ts";

async function casesOf(domain: readonly string[], more: { readonly full?: true } = {}): Promise<ValidityCases> {
  const suite = await loadSuite(".", "json-validity");
  if (suite.kind !== "json-validity") throw new Error("another suite");
  return validityCases(suite, { domain, langs: ["ko", "en"], ...more }, ".");
}

const answer = (name: string, text: string, more: Partial<Attempt> = {}): Attempt => ({
  ...sample(name, text),
  "tokenwon.case": name,
  ...more,
});

describe("cases of the suite", () => {
  it("are an item under every condition, its languages beside each other", async () => {
    const { cases } = await casesOf(["event"]);
    expect(cases.slice(0, 10).map(({ name }) => name)).toEqual([
      ...["prompt", "json", "schema", "tool"].flatMap((mode) => [`event-01.${mode}.ko`, `event-01.${mode}.en`]),
      "event-01.english-instructions.ko",
      "event-01.korean-fields.ko",
    ]);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.slice(0, 2).map(({ pair, lang }) => `${pair} ${lang}`)).toEqual([
      "event-01.prompt ko",
      "event-01.prompt en",
    ]);
  });

  it("of a sample are those of all items in the same words", async () => {
    const [some, all] = [await casesOf(["order", "event"]), await casesOf(["order", "event"], { full: true })];
    // In the order of the suite, however they are named.
    expect(some.tasks.map(({ task, items }) => [task.name, items.length])).toEqual([
      ["event", 10],
      ["order", 10],
    ]);
    expect(all.cases.length).toBe(10 * all.itemsThere);
    const questions = new Map(all.cases.map(({ name, question }) => [name, question]));
    for (const { name, question } of some.cases.slice(0, 20)) expect(questions.get(name)).toEqual(question);
  });
});

describe("an answer is graded", () => {
  it("by what its case asked for: language, names of fields, arguments of the tool", async () => {
    const { graded, byName } = await casesOf(["event"]);
    const valid = (line: Attempt): boolean | undefined => graded(line)["tokenwon.grade"]?.valid;
    const item = byName.get("event-01.prompt.ko")?.item;
    const [ko, en] = [JSON.stringify(item?.ko.expected), JSON.stringify(item?.en.expected)];
    const right = (line: Attempt): unknown => graded(line)["tokenwon.grade"]?.fields?.wrong;
    expect([right(answer("event-01.prompt.ko", ko)), right(answer("event-01.prompt.en", en))]).toEqual([[], []]);
    expect(right(answer("event-01.prompt.en", ko))).not.toEqual([]);
    expect(valid(answer("event-01.korean-fields.ko", ko))).toBe(false);
    expect(valid(answer("event-01.tool.ko", "찾았습니다.", { "tokenwon.tool": ko }))).toBe(true);
    expect(valid(answer("event-01.prompt.ko", ko, { "tokenwon.finish": "length" }))).toBeDefined();
  });

  it("within the tolerance of its item", async () => {
    const { graded, byName } = await casesOf(["order"]);
    const name = "order-01.prompt.ko";
    const one = byName.get(name) as ValidityCase;
    const expected = one.item.ko.expected as { readonly total: number };
    const line = answer(name, JSON.stringify({ ...expected, total: expected.total + 3 }));
    expect(graded(line)["tokenwon.grade"]?.fields?.wrong).toEqual(["total"]);
    (byName as Map<string, ValidityCase>).set(name, { ...one, item: { ...one.item, tolerance: { total: 5 } } });
    expect(graded(line)["tokenwon.grade"]?.fields?.wrong).toEqual([]);
  });

  it("not at all where the API failed, or there is no such case", async () => {
    const { graded } = await casesOf(["event"]);
    const failure = { kind: "server", message: "500", retry: true, billed: "no" } as const;
    for (const line of [
      answer("event-01.prompt.ko", "{}", { "tokenwon.failure": failure }),
      answer("event-99.prompt.ko", "{}"),
      sample("alone"),
    ])
      expect(graded(line)).toBe(line);
  });
});

it("another model is the next of those that are asked, and the first after the last", () => {
  expect(["a/x", "b/y", "c/z"].map((target) => otherOf(["a/x", "b/y", "c/z"], target))).toEqual(["b/y", "c/z", "a/x"]);
  expect(otherOf(["a/x"], "a/x")).toBeUndefined();
  expect([waysFor(["a/x"]), waysFor(["a/x", "b/y"])]).toEqual([
    ["again", "message"],
    ["again", "message", "other"],
  ]);
});
