import type { FaultKind } from "../../domain/grade.ts";
import { LANGS } from "../names.en.ts";
import type { ValidityTerms } from "./wording.ts";

const CONDITIONS: Readonly<Record<string, readonly [name: string, means: string]>> = {
  prompt: [
    "prompt",
    "JSON is asked for in words, with the schema in the prompt; nothing forces it. Every other condition differs from this one in one thing.",
  ],
  json: ["JSON mode", "the vendor's JSON mode is on; the schema is in the prompt."],
  schema: [
    "schema",
    "the schema is given to the vendor, not in the prompt; the vendor holds the answer to it. Rules that its strict mode does not take (bounds, patterns, formats) are only told.",
  ],
  tool: ["tool call", "the answer is the arguments of the one tool, whose parameters are the schema."],
  "english-instructions": ["English instructions", "all words around Korean content are in English."],
  "korean-fields": ["Korean field names", "the schema has Korean names of fields."],
};

const FAULTS: Readonly<Record<FaultKind, readonly [name: string, means: string]>> = {
  refusal: ["refusal", "the vendor says that the model refused."],
  filter: ["filter", "the vendor says that a filter stopped the answer."],
  empty: [
    "empty",
    "nothing but white space, or a tool call that the vendor could not read and withheld (Gemini: `MALFORMED_FUNCTION_CALL`).",
  ],
  truncated: ["cut off", "the limit of length was reached, or a value is never closed."],
  "trailing-comma": ["trailing comma", "a comma before a closing bracket."],
  quotes: ["wrong quotes", "single or typographic quotation marks where JSON has double ones."],
  "other-syntax": ["other syntax", "any other reason why it is no JSON, such as a comment or a bare key."],
  fence: ["code fence", "a Markdown fence around the value."],
  prose: ["words around", "words around the value, or instead of it."],
  "missing-field": ["missing field", "a field of the schema is not there."],
  "extra-field": ["extra field", "a field that the schema does not have."],
  "wrong-type": ["wrong type", "a text for a number, an object for a list, and the like."],
  "translated-value": ["translated value", "a value of an enum, in the other language."],
  "wrong-value": ["wrong value", "a value that its enum does not have."],
  "number-words": ["number in words", "a number in words where digits were wanted, as in `삼만 원`."],
  "date-format": ["date format", "a date or a time that is not written as it was asked for."],
  constraint: [
    "constraint",
    "the right type, and against another rule of the schema: a range, a pattern, a count, a sum.",
  ],
  "duplicate-key": ["duplicate key", "a key stands twice; the last of them counts."],
  mojibake: [
    "broken letters",
    "Korean that was read in a wrong encoding, or a sign in place of one that could not be read.",
  ],
  "lone-surrogate": ["half a character", "one half of a pair of surrogates."],
};

export const terms: ValidityTerms = {
  lang: (lang) => LANGS[lang],
  condition: (name) => CONDITIONS[name]?.[0] ?? name,
  conditionMeans: (name) => {
    const [title, means] = CONDITIONS[name] ?? [name, "—"];
    return `${title} (\`${name}\`): ${means}`;
  },
  way: (policy) =>
    ({ none: "not asked again", again: "same question", message: "told what is wrong", other: "another model" })[
      policy
    ],
  level: (level) =>
    ({ flat: "flat", nested: "nested", union: "union", enum: "enums", constraint: "constraints" })[level],
  fault: (fault) => FAULTS[fault][0],
  faultMeans: (fault) => FAULTS[fault][1],
  percent: (text) => `${text} %`,
  between: (low, high) => `${low} to ${high}`,
  judged: (verdict, p) => {
    const said = {
      better: ": better",
      worse: ": worse",
      "no difference shown": ": no difference shown",
      "too few": ": too few items",
    }[verdict];
    return p === undefined ? said : `${said} (McNemar p ${p})`;
  },
};
