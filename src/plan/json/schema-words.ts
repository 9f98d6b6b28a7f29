import type { JsonSchema } from "../../domain/question.ts";

const FORMATS: Readonly<Record<string, string>> = {
  date: "A date as in 2026-11-05.",
  time: "A time as in 15:30:00.",
  "date-time": "A date and time as in 2026-11-05T15:30:00Z.",
  email: "An e-mail address.",
  uri: "A URL.",
  uuid: "A UUID.",
};

const BOUNDS: Readonly<Record<string, (bound: number) => string>> = {
  minimum: (bound) => `at least ${bound}`,
  exclusiveMinimum: (bound) => `more than ${bound}`,
  maximum: (bound) => `at most ${bound}`,
  exclusiveMaximum: (bound) => `less than ${bound}`,
  multipleOf: (bound) => `a multiple of ${bound}`,
  minLength: (bound) => `at least ${counted(bound, "character")}`,
  maxLength: (bound) => `at most ${counted(bound, "character")}`,
  minItems: (bound) => `at least ${counted(bound, "item")}`,
  maxItems: (bound) => `at most ${counted(bound, "item")}`,
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** Keywords of a schema that are said in words where a strict mode does not take them. */
export const IN_WORDS: ReadonlySet<string> = new Set([...Object.keys(BOUNDS), "pattern", "format"]);

/** What those keywords say, in sentences: `At least 0, at most 10.`, `Matches ^[A-Z]{2}$.` */
export function inWords(schema: JsonSchema): readonly string[] {
  const { pattern, format } = schema;
  const bounds = Object.entries(BOUNDS).flatMap(([keyword, words]) => {
    const bound = schema[keyword];
    return typeof bound === "number" ? [words(bound)] : [];
  });
  const [first, ...others] = bounds;
  return [
    ...(first === undefined ? [] : [`${[`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...others].join(", ")}.`]),
    ...(typeof format === "string" ? [FORMATS[format] ?? `In the format ${format}.`] : []),
    ...(typeof pattern === "string" ? [`Matches ${pattern}.`] : []),
  ];
}
