import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeSpan } from "../../../src/report/validity/code-span.ts";

/** What CommonMark reads from a line that begins with a code span; the rest of the line after it. */
function read(line: string): { code: string; rest: string } | undefined {
  const marks = /^`+/.exec(line)?.[0] ?? "";
  const end = [...line.slice(marks.length).matchAll(/`+/g)].find(([run]) => run.length === marks.length);
  if (marks === "" || end === undefined) return undefined;
  const inner = line.slice(marks.length, marks.length + end.index);
  const code = / [^]* /.test(inner) && /^ .* $/s.test(inner) && inner.trim() !== "" ? inner.slice(1, -1) : inner;
  return { code, rest: line.slice(marks.length + end.index + marks.length) };
}

describe("a code span", () => {
  it.each([
    ["plain | <b>", "`plain | <b>`"],
    ["a ` b", "``a ` b``"],
    ["```json", "```` ```json ````"],
    [" both ends ", "`  both ends  `"],
    ["line\nbreak", "`line\\u000abreak`"],
    ["\u202eevil", "`\\u202eevil`"],
    ["\ud83d", "`\\ud83d`"],
    ["삼만 원 😀", "`삼만 원 😀`"],
  ])("writes %j as %j", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  it("gives back the text to whoever reads Markdown, and ends where it ends", () => {
    const text = fc.string({
      unit: fc.constantFrom("`", "``", " ", "|", "<", "\\", "가", "a"),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (said) => {
        expect(read(`${codeSpan(said)}. after`)).toEqual({ code: said, rest: ". after" });
      }),
      { numRuns: 100 },
    );
  });
});
