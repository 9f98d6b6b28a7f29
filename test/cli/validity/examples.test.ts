import fc from "fast-check";
import { describe, expect, it } from "vitest";
import order from "../../../evals/tasks/order.ts";
import { nameOf, type ValidityCase } from "../../../src/cli/validity/case-name.ts";
import { examplesOf } from "../../../src/cli/validity/examples.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { CONDITIONS } from "../../../src/domain/condition.ts";
import { FAULTS, type FaultKind } from "../../../src/domain/grade.ts";
import { sample } from "../../log/sample.ts";

const side = { text: "글", expected: 1 };
const cases: ValidityCase[] = ["order-01", "order-02"].flatMap((id) =>
  CONDITIONS.slice(0, 2).flatMap((condition) =>
    (["ko", "en"] as const).map((lang) => ({ task: order, item: { id, ko: side, en: side }, condition, lang })),
  ),
);
const byName = new Map(cases.map((one) => [nameOf(one), one]));

type Given = {
  readonly target?: string;
  readonly name?: string;
  readonly repetition?: number;
  readonly decided?: FaultKind | undefined;
  readonly follow?: string;
  readonly text?: string;
  readonly tool?: string;
};

function line(given: Given): Attempt {
  const { target = "a/x", name = "order-01.prompt.ko", repetition = 1, decided, follow, text = "글", tool } = given;
  const { lang } = byName.get(name) ?? {};
  const steps = { raw: "failed", fence: "failed", extracted: "failed", schema: "skipped", fields: "skipped" } as const;
  const others = [{ kind: "extra-field" as const, path: "elsewhere" }];
  const faults = decided === undefined ? others : [...others, { kind: decided, path: "items[0].total" }];
  return {
    ...sample(`${target} ${name} ${repetition}`, text),
    "tokenwon.target": target,
    "tokenwon.trial": `${target} ${name} ${repetition}`,
    "tokenwon.case": name,
    ...(lang && { "tokenwon.lang": lang }),
    ...(follow === undefined ? {} : { "tokenwon.follow": follow }),
    ...(tool === undefined ? {} : { "tokenwon.tool": tool }),
    "tokenwon.grade": { valid: decided === undefined, repaired: false, steps, faults, ...(decided && { decided }) },
  };
}

function found(lines: readonly Attempt[]): ReturnType<ReturnType<typeof examplesOf>["found"]> {
  const examples = examplesOf({ byName });
  for (const one of lines) examples.see(one);
  return examples.found();
}

describe("examples", () => {
  it("tell where a fault was and what was answered there", () => {
    expect(found([line({ decided: "wrong-type", name: "order-02.json.en", text: '{"total":\n"3"}' })])).toEqual([
      {
        fault: "wrong-type",
        target: "a/x",
        task: "order",
        item: "order-02",
        lang: "en",
        condition: "json",
        path: "items[0].total",
        text: '{"total": "3"}',
      },
    ]);
    expect(found([line({ decided: "prose", text: "", tool: '{"a":1}' })])[0]?.text).toBe('{"a":1}');
  });

  it.each<[string, Given]>([
    ["a valid answer", {}],
    ["what follows an answer", { decided: "fence", follow: "again.2" }],
    ["a case that is not there", { decided: "fence", name: "order-09.prompt.ko" }],
  ])("are none of %s", (_, given) => {
    expect(found([line(given)])).toEqual([]);
  });

  it.each<[string, Given, Given]>([
    ["the first repetition", { repetition: 9, name: "order-02.json.ko" }, { repetition: 10 }],
    ["then the first case", { name: "order-01.json.ko", target: "b/y" }, { name: "order-02.prompt.ko" }],
    ["then the first target", { target: "a/x" }, { target: "b/y" }],
  ])("are of %s", (_, first, second) => {
    const lines = [first, second].map((given) => line({ ...given, decided: "fence" }));
    for (const all of [lines, lines.toReversed()])
      expect(found(all)).toMatchObject([
        { target: first.target ?? "a/x", item: byName.get(first.name ?? "")?.item.id ?? "order-01" },
      ]);
  });

  it("are one of each fault that decided and each language, in the order of the faults, whatever order lines come in", () => {
    const given = fc.record({
      target: fc.constantFrom("a/x", "b/y"),
      name: fc.constantFrom(...byName.keys()),
      repetition: fc.integer({ min: 1, max: 12 }),
      decided: fc.option(fc.constantFrom(...FAULTS), { nil: undefined }),
    });
    const answers = fc.uniqueArray(given, {
      maxLength: 30,
      selector: ({ target, name, repetition }) => `${target} ${name} ${repetition}`,
    });
    const both = answers.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, ([all, other]) => {
        const some = found(all.map(line));
        expect(found(other.map(line))).toEqual(some);
        const keys = all.flatMap(({ decided, name }) =>
          decided === undefined ? [] : [`${FAULTS.indexOf(decided)} ${name.slice(-2)}`],
        );
        expect(some.map(({ fault, lang }) => `${FAULTS.indexOf(fault)} ${lang}`).toSorted()).toEqual(
          [...new Set(keys)].toSorted(),
        );
        const places = some.map(({ fault }) => FAULTS.indexOf(fault));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });
});
