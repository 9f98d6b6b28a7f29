import { expect, it } from "vitest";
import { renamed } from "../../src/grade/renamed.ts";

const names = { total: "합계", items: "상품", name: "이름" };

it.each([
  [{ 합계: 1 }, { total: 1 }],
  [{ 상품: [{ 이름: "합계" }, { 이름: "b" }] }, { items: [{ name: "합계" }, { name: "b" }] }],
  [{ total: 1 }, { 합계: 1 }],
  [
    { total: 1, 합계: 2 },
    { 합계: 1, total: 2 },
  ],
  [
    { 메모: 1, memo: 2 },
    { 메모: 1, memo: 2 },
  ],
  ["합계", "합계"],
  [null, null],
])("%j becomes %j", (value, expected) => expect(renamed(value, names)).toEqual(expected));

it("a key of every object's is a key as any other", () => {
  const value = renamed(JSON.parse('{"__proto__":{"합계":1},"constructor":2}'), names) as object;
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(JSON.stringify(value)).toBe('{"__proto__":{"total":1},"constructor":2}');
});
