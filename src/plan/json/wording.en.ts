import type { JsonType, JsonWording } from "./wording.ts";

const TYPES: Readonly<Record<JsonType, string>> = {
  object: "an object",
  array: "an array",
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  null: "null",
};

export const english: JsonWording = {
  demand:
    "Answer with exactly one JSON object that fits this JSON Schema, and with nothing else: no other words, no code fence.",
  call: (tool) => `Give the result as the arguments of one call of the tool ${tool}.`,
  content: "Content:",
  wrong: "That answer is not valid:",
  more: (count) => `… and ${count} more.`,
  again: "Answer again with the corrected JSON object alone.",
  whole: "The JSON",
  ofText: {
    refusal: "There is no JSON: the answer is a refusal.",
    filter: "There is no JSON: a filter stopped the answer.",
    empty: "There is no JSON: the answer is empty.",
    truncated: "The answer is not JSON: it is cut off.",
    "trailing-comma": "The answer is not JSON: there is a comma before a closing bracket.",
    quotes: 'The answer is not JSON: keys and strings need double quotation marks (").',
    "other-syntax": "The answer is not JSON: it has a syntax error.",
    fence: "The answer is not JSON alone: it is in a code fence.",
    prose: "The answer is not JSON alone: there are other words in it.",
    mojibake: "The answer has garbled characters.",
    "lone-surrogate": "The answer has half of a surrogate pair.",
  },
  ofPlace: {
    "missing-field": "this field is missing.",
    "extra-field": "there is no such field in the schema.",
    "wrong-type": "not of the type in the schema.",
    "translated-value": "a value of the enum was translated; write it as it is in the schema.",
    "wrong-value": "not one of the values in the schema.",
    "number-words": "expected a number in digits, got words.",
    "date-format": "not in the format that was asked for.",
    constraint: "this value is not allowed: check its range, length, pattern and description.",
    "duplicate-key": "this key is there twice.",
  },
  type: (expected, got) => {
    const wanted = expected.map((type) => TYPES[type]).join(" or ");
    return `expected ${wanted}${got === undefined ? "" : `, got ${TYPES[got]}`}.`;
  },
};
