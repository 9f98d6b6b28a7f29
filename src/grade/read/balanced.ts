/** A value in a text by its ends. */
export type Balanced = {
  readonly from: number;
  readonly to: number;
  /** `whole`: its last bracket is there; `open`: the text ends before it; `crossed`: a bracket closes another one's. */
  readonly end: "whole" | "open" | "crossed";
};

const CLOSES = new Map([
  ["{", "}"],
  ["[", "]"],
]);

/**
 * The first object or array of a text, to the bracket that closes it. Brackets in strings are none: `{"a":"}"}` is one
 * value. Undefined where nothing opens. A text that opens several (a list in prose, `[1]`, and then the answer) is asked
 * again from further on by whoever finds that the first is no JSON.
 */
export function balanced(text: string, start = 0): Balanced | undefined {
  const from = text.slice(start).search(/[{[]/) + start;
  if (from < start) return undefined;
  const open: string[] = [];
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (inString) {
      if (sign === "\\") at++;
      else if (sign === '"') inString = false;
      continue;
    }
    const close = CLOSES.get(sign);
    if (sign === '"') inString = true;
    else if (close !== undefined) open.push(close);
    else if (sign === "}" || sign === "]") {
      if (open.pop() !== sign) return { from, to: at + 1, end: "crossed" };
      if (open.length === 0) return { from, to: at + 1, end: "whole" };
    }
  }
  return { from, to: text.length, end: "open" };
}

/** How JSON, or what is meant as JSON, goes on after the bracket of a list, and of an object. */
const LIST = /^\[\s*(?:["'“”‘’＂`{[\]\d\\,-]|true\b|false\b|null\b|\/[/*]|$)/;
const OBJECT = /^\{\s*(?:["'“”‘’＂`}\\,]|&quot;|\/[/*]|\.{3}|\d+\s*:|[\p{L}_][\p{L}\p{N}_ ]*:|$)/u;

/** Whether the bracket at a place may open a value, well written or not; one in prose goes on with words: `[참고`, `{{`. */
export function mayOpen(text: string, at: number): boolean {
  const begin = text.slice(at, at + 200);
  return LIST.test(begin) || OBJECT.test(begin);
}
