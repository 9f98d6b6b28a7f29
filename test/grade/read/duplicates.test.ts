import { expect, it } from "vitest";
import { duplicateKeys } from "../../../src/grade/read/duplicates.ts";

it.each([
  ["{}", []],
  ['{"a":1,"b":1}', []],
  ['{"a":1,"a":2}', ["a"]],
  ['{"a":1,"a":2,"a":3}', ["a"]],
  ['{"a":1,"\\u0061":2}', ["a"]],
  ['{"a":{"a":1},"b":{"a":1}}', []],
  ['{"a":{"b":1,"b":2}}', ["a.b"]],
  ['[{"a":1},{"a":1,"a":2}]', ["[1].a"]],
  ['{"l":[1,[2,{"k":0,"k":0}]]}', ["l[1][1].k"]],
  ['{"a":"\\"a\\":1,","b":"{\\"b\\":"}', []],
  ['{"a":["a","a"]}', []],
  ['{"a":[],"a":{}}', ["a"]],
  ['"a"', []],
])("%s has %j twice", (json, keys) => expect(duplicateKeys(json)).toEqual(keys));
