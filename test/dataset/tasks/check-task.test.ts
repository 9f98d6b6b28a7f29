import { describe, expect, it } from "vitest";
import { z } from "zod";
import { taskFaults } from "../../../src/dataset/tasks/check-task.ts";
import { placesOf } from "../../../src/dataset/tasks/places.ts";
import { sample } from "./sample.ts";

/** Faults of the sample with one more field at a place of its own. */
const withField = (field: z.ZodType): string[] =>
  taskFaults(sample({ schema: z.strictObject({ list: z.array(z.strictObject({ added: field })) }) }));

const Node = z.strictObject({
  value: z.string(),
  get children() {
    return z.array(Node);
  },
});

describe("a task", () => {
  it("in order has no faults", () => {
    expect(taskFaults(sample())).toEqual([]);
  });

  it.each<[string, z.ZodType, string]>([
    ["a transform", z.string().transform(Number), "changes what it reads; write what stands in the answer itself"],
    ["a preprocess", z.preprocess(String, z.string()), "changes what it reads; write what stands in the answer itself"],
    ["a Date", z.date(), "is a Date, which JSON does not have; write z.iso.date() or z.iso.datetime()"],
    [
      "a nullable Date",
      z.date().nullable(),
      "is a Date, which JSON does not have; write z.iso.date() or z.iso.datetime()",
    ],
    [
      "a record",
      z.record(z.string(), z.number()),
      "is a record, whose keys have no names; write an object, or a list of objects",
    ],
    ["a tuple", z.tuple([z.string()]), "is a tuple, which strict modes do not take; write an object"],
    ["an optional field", z.int().optional(), "may be left out, which strict modes do not take; write .nullable()"],
    ["a default", z.int().default(1), "fills in what is missing; write .nullable()"],
    ["a catch", z.int().catch(1), "takes anything, as it has a .catch()"],
    ["a coerced number", z.coerce.number(), "takes other types too, as it is coerced; write it without z.coerce"],
    ["a bigint", z.bigint(), "is of the type bigint, which JSON does not have"],
    ["anything", z.any(), "is of the type any, which JSON does not have"],
  ])("is refused for %s, by its path", (_, field, fault) => {
    expect(withField(field)).toEqual([`schema: list[].added ${fault}`]);
  });

  it("is refused when its answer is no object, or an object that holds itself", () => {
    expect(taskFaults(sample({ schema: z.array(z.string()) }))).toEqual([
      "schema: is no object, as every answer has to be",
    ]);
    expect(taskFaults(sample({ schema: z.strictObject({ root: Node }) }))).toEqual([
      expect.stringMatching(/^schema: Cycle detected: \S+$/),
    ]);
  });

  it("names every field in Korean, and none twice", () => {
    const { names } = sample();
    expect(taskFaults(sample({ names: { ...names, place: "상품명", quantity: "paid", paed: "결제함" } }))).toEqual([
      "names: paed is no field of the schema; did you mean paid?",
      "names: quantity is called paid, as a field of the schema is",
      "names: product and place are both called 상품명",
    ]);
    expect(taskFaults(sample({ names: Object.fromEntries(Object.entries(names).slice(2)) }))).toEqual([
      "names: items has no Korean name",
      "names: product has no Korean name",
    ]);
  });

  it("has rules only for what its schema has", () => {
    expect(
      taskFaults(
        sample({
          values: { cash: "현금", crad: "카드", 우편: "post" },
          compare: { "items[].prodct": "text", "items.product": "text", items: "set", "": "free" },
        }),
      ),
    ).toEqual([
      "values: crad is no value of the schema; did you mean card?",
      "compare: no field is items[].prodct; did you mean items[].product?",
      "compare: no field is items.product; did you mean items[].product?",
      'compare: no field is ""',
    ]);
  });

  it("has texts in NFC with plain spaces, and asks in Korean", () => {
    const { names } = sample();
    expect(
      taskFaults(
        sample({
          title: { en: "A\u00a0sale", ko: "판매" },
          instruction: { en: "Find the sale.", ko: "Find it." },
          names: { ...names, items: "상품".normalize("NFD") },
        }),
      ),
    ).toEqual([
      "title.en: is not in NFC with plain spaces",
      "names.items: is not in NFC with plain spaces",
      "instruction.ko: holds no Hangul",
    ]);
  });
});

it("names a schema in every place where it stands", () => {
  const Money = z.int().nullable();
  const paths = placesOf(z.strictObject({ total: Money, parts: z.array(z.strictObject({ total: Money })) })).map(
    ({ path }) => path,
  );
  expect([...new Set(paths)]).toEqual(["", "total", "parts", "parts[]", "parts[].total"]);
});
