import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Attempt } from "../../src/domain/attempt.ts";
import { bared } from "../../src/log/bared.ts";
import { isSurelyWhole } from "../../src/log/whole.ts";
import { planOf, timed } from "../measure/latency/log.ts";

const plan = planOf(["a/one"], 1);
const trial = plan.at(0);
const LINES: readonly Attempt[] = [
  timed(trial, { ttft: 5, gaps: [1, 2.5], tokens: [10, 3, 1], served: "m-1", reused: true, queued: 3 }),
  {
    ...timed(trial, { ttft: 5, tokens: [10, 3, 0] }),
    "tokenwon.follow": "again.2",
    "tokenwon.text": "",
    "tokenwon.tool": '{"시":"서울"}',
  },
  timed(trial, { failure: { kind: "rate-limit", message: "no", status: 429, retry: true, billed: "no" }, backoff: 5 }),
].map((line) => ({ ...line, "tokenwon.wire": { ...line["tokenwon.wire"], chunks: [] } }));

describe("the quick look at a line", () => {
  it("takes the lines that runs write", () => {
    expect(LINES.map((line) => isSurelyWhole(JSON.parse(JSON.stringify(line))))).toEqual([true, true, true]);
  });

  it("leaves a line with a grade to the schema, whatever the grade", () => {
    for (const grade of [null, {}, { valid: true }])
      expect(isSurelyWhole({ ...LINES[0], "tokenwon.grade": grade })).toBe(false);
  });

  it("takes no line that the schema refuses, whatever stands in it", () => {
    const names = [...new Set(LINES.flatMap((line) => Object.keys(line)))];
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(null, -1, 0, 1.5, "", "live", "complete", [], [1, "2"], {}, true, "2026-13-45T99:00:00.000Z"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LINES), fc.constantFrom(...names), anything, (line, name, value) => {
        const changed: unknown = JSON.parse(JSON.stringify({ ...line, [name]: value }));
        if (isSurelyWhole(changed)) expect(Attempt.safeParse(changed).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...LINES),
        fc.constantFrom("tokenwon.failure", "tokenwon.usage", "tokenwon.wire"),
        fc.constantFrom(
          "kind",
          "message",
          "retry",
          "billed",
          "status",
          "thinking",
          "cache_read",
          "method",
          "kept",
          "bytes",
        ),
        anything,
        (line, name, inner, value) => {
          const object = line[name as keyof Attempt] as Record<string, unknown> | undefined;
          const changed: unknown = JSON.parse(JSON.stringify({ ...line, [name]: { ...object, [inner]: value } }));
          if (isSurelyWhole(changed)) expect(Attempt.safeParse(changed).success).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a line with only what figures need", () => {
  /** As runs write it: arguments of a tool before the text, the text before the wire. */
  const line = (text: string, chunks: readonly (readonly [number, number])[], tool: string): string => {
    const { "tokenwon.text": _, "tokenwon.wire": wire, ...rest } = LINES[0] as Attempt;
    const called = tool === "" ? {} : { "tokenwon.tool": tool };
    return JSON.stringify({ ...rest, ...called, "tokenwon.text": text, "tokenwon.wire": { ...wire, chunks } });
  };

  it("has the first visible character of any text and no reads, and all else as it was", () => {
    const reads = fc.array(fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(9999)), { maxLength: 5 });
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        '","tokenwon.wire":{"chunks":[[1,2]]',
        '"chunks":[[',
        '"tokenwon.text":"',
        "\u3000한글",
        " \n값",
        "\\",
        '"',
        "🎉 축하",
        "é",
        "",
      ),
    );
    fc.assert(
      fc.property(texts, reads, texts, (given, chunks, args) => {
        // What is no text in UTF-8 is none in a log.
        const [text = "", tool = ""] = [given, args].map((one) => Buffer.from(one).toString());
        const whole = JSON.parse(line(text, chunks, tool)) as Attempt;
        const bare = JSON.parse(bared(Buffer.from(line(text, chunks, tool)))) as Attempt;
        // All of it is dropped but the first character, where that is plainly visible.
        if (/^[\x23-\x5b\x5d-\x7e\uac00-\ud7a3]/.test(text)) expect(bare["tokenwon.text"]).toHaveLength(1);
        expect(/\S/u.exec(bare["tokenwon.text"])?.[0]).toBe(/\S/u.exec(text)?.[0]);
        expect({ ...bare, "tokenwon.text": "" }).toEqual({
          ...whole,
          "tokenwon.text": "",
          "tokenwon.wire": { ...whole["tokenwon.wire"], chunks: [] },
        });
      }),
      { numRuns: 500 },
    );
  });
});
