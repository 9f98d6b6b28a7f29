import { describe, expect, it } from "vitest";
import { fieldsRight } from "../../src/grade/fields.ts";

const compare = {
  day: "date",
  tags: "set",
  note: "free",
  code: "exact",
  "items[].tags": "set",
  "items[].note": "free",
  list: "number",
} as const;

/** `right of all: wrong paths`. */
const judged = (expected: unknown, value: unknown, tolerance?: Readonly<Record<string, number>>): string => {
  const { right, all, wrong } = fieldsRight({ compare, ...(tolerance && { tolerance }) }, expected, value);
  return `${Number(right.toFixed(3))} of ${all}: ${wrong.join(" ")}`.trim();
};

describe("fields right", () => {
  it.each([
    // Numbers, texts and all else, where the task says nothing.
    [{ a: 38_000 }, { a: "￦38,000" }, "1 of 1:"],
    [{ a: 38_000 }, { a: "삼만 팔천 원" }, "1 of 1:"],
    [{ a: 0.3 }, { a: 0.1 + 0.2 }, "1 of 1:"],
    [{ a: 3 }, { a: true }, "0 of 1: a"],
    [{ a: "커튼 둘" }, { a: " 커튼\n둘 " }, "1 of 1:"],
    [{ a: "12" }, { a: 12 }, "0 of 1: a"],
    [{ a: true }, { a: "true" }, "0 of 1: a"],
    [{ a: null }, { a: null }, "1 of 1:"],
    [{ a: null }, {}, "0 of 1: a"],
    [{ a: null }, { a: "" }, "0 of 1: a"],
    [{ a: "" }, { a: null }, "0 of 1: a"],
    // As the task says.
    [{ day: "2026-11-24" }, { day: "2026. 11. 24." }, "1 of 1:"],
    [{ code: "A-1" }, { code: "Ａ-1" }, "0 of 1: code"],
    [{ note: "좋아서" }, { note: "전혀 다른 말" }, "1 of 1:"],
    [{ note: "좋아서" }, { note: "  " }, "0 of 1: note"],
    [{ note: "좋아서" }, { note: null }, "0 of 1: note"],
    [{ note: null }, { note: "다른 말" }, "0 of 1: note"],
    [{ note: "좋아서" }, { note: ["좋아서"] }, "0 of 1: note"],
    [{ list: [1, 2] }, { list: ["1", "둘"] }, "2 of 2:"],
    // Sets.
    [{ tags: ["a", "b"] }, { tags: ["b", "ａ"] }, "1 of 1:"],
    [{ tags: ["a", "b"] }, { tags: ["a"] }, "0.667 of 1: tags"],
    [{ tags: ["a"] }, { tags: ["a", "a"] }, "0.667 of 1: tags"],
    [{ tags: [] }, { tags: [] }, "1 of 1:"],
    [{ tags: [] }, { tags: null }, "0 of 1: tags"],
    [{ tags: [] }, { tags: ["a"] }, "0 of 1: tags"],
    [{ tags: null }, { tags: null }, "1 of 1:"],
    [{ tags: null }, { tags: [] }, "0 of 1: tags"],
    [{ tags: ["1"] }, { tags: [1] }, "1 of 1:"],
    // Lists of objects, item by item.
    [{ items: [{ a: 1, tags: ["x"] }] }, { items: [{ tags: ["x"], a: 1 }] }, "2 of 2:"],
    [{ items: [{ a: 1 }, { a: 2 }] }, { items: [{ a: 2 }, { a: 1 }] }, "0 of 2: items[0].a items[1].a"],
    [{ items: [{ a: 1, b: 2 }] }, { items: [] }, "0 of 2: items[0].a items[0].b"],
    [{ items: [{ a: 1 }] }, { items: [{ a: 1 }, { a: 2, tags: ["x", "y"] }] }, "1 of 3: items[1]"],
    [{ items: [] }, { items: [] }, "1 of 1:"],
    [{ items: [] }, { items: null }, "0 of 1: items"],
    [{ items: [] }, {}, "0 of 1: items"],
    [{ items: [] }, { items: [{ a: 1, b: 2 }] }, "0 of 2: items[0]"],
    [{ items: [{ a: 1 }] }, { items: "a" }, "0 of 1: items[0].a"],
    [{ items: [{ note: "x" }] }, { items: [{ note: "y" }] }, "1 of 1:"],
    // Cells, one after another.
    [{ rows: [{ cells: ["배", 8, null] }] }, { rows: [{ cells: ["배", "8", null] }] }, "3 of 3:"],
    [
      { rows: [{ cells: ["배", 8, null] }] },
      { rows: [{ cells: ["배", 9] }] },
      "1 of 3: rows[0].cells[1] rows[0].cells[2]",
    ],
    // Objects.
    [{ to: { name: "a", at: "b" } }, { to: null }, "0 of 2: to.name to.at"],
    [{ to: null }, { to: { name: "a" } }, "0 of 1: to"],
    [{ to: { name: "a" } }, { to: [{ name: "a" }] }, "0 of 1: to.name"],
    [{ a: 1 }, { a: 1, b: 2 }, "1 of 1:"],
    [{ a: 1 }, null, "0 of 1: a"],
    [{ constructor: "x" }, {}, "0 of 1: constructor"],
  ])("of %j, %j: %s", (expected, value, said) => expect(judged(expected, value)).toBe(said));

  it("a number may be off by as much as is said for its path", () => {
    const expected = { items: [{ a: 10 }, { a: 20 }] };
    expect(judged(expected, { items: [{ a: 10.5 }, { a: 21.1 }] }, { "items[].a": 1 })).toBe("1 of 2: items[1].a");
    expect(judged(expected, { items: [{ a: 10.5 }, { a: 20 }] })).toBe("1 of 2: items[0].a");
  });
});
