import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import type { Seen } from "../../src/measure/seen.ts";
import { AttemptTable } from "../../src/measure/table/attempt-table.ts";
import { anyLog, planOf, tableOf, timed } from "./latency/log.ts";

const plan = planOf(["a/one", "b/two"], 3);

/** What a row is to say, from the line itself. */
const seenIn = (line: Attempt): Partial<Seen> => ({
  "tokenwon.attempt": line["tokenwon.attempt"],
  "tokenwon.target": line["tokenwon.target"],
  "tokenwon.trial": line["tokenwon.trial"],
  "tokenwon.evidence": line["tokenwon.evidence"],
  "tokenwon.started": line["tokenwon.started"],
  "gen_ai.response.model": line["gen_ai.response.model"],
  "tokenwon.failure": line["tokenwon.failure"],
  "tokenwon.finish": line["tokenwon.finish"],
  "tokenwon.usage": line["tokenwon.usage"],
  "tokenwon.backoff_ms": line["tokenwon.backoff_ms"],
  "tokenwon.queued_ms": line["tokenwon.queued_ms"],
  "tokenwon.ttft_ms": line["tokenwon.ttft_ms"],
  "tokenwon.ttfvt_ms": line["tokenwon.ttfvt_ms"],
  "tokenwon.e2e_ms": line["tokenwon.e2e_ms"],
  "tokenwon.end_ms": line["tokenwon.end_ms"],
  "tokenwon.chars": line["tokenwon.chars"],
  "tokenwon.text": /\S/u.exec(line["tokenwon.text"])?.[0] ?? "",
});

describe("a table of attempts", () => {
  it("says of every row what its line said, to the last bit", () => {
    fc.assert(
      fc.property(anyLog(plan), (lines) => {
        const table = tableOf(plan, lines);
        expect(table.length).toBe(lines.length);
        lines.forEach((line, i) => {
          const row = table.at(i);
          for (const [name, value] of Object.entries(seenIn(line)))
            expect(row[name as keyof Seen], name).toEqual(value);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("keeps what it has when it grows, also of what is seldom there", () => {
    const small = planOf(["a/one"], 1, { langs: ["ko"] });
    const table = new AttemptTable(small);
    const line = (i: number): Attempt =>
      timed(small.at(0), {
        attempt: i + 1,
        ttft: i,
        tokens: [i, 1],
        ...(i % 100 === 99 ? { backoff: i } : {}),
      });
    for (let i = 0; i < 5000; i++) table.add(0, line(i));
    for (const i of [0, 99, 1023, 1024, 4999]) {
      expect(table.at(i)["tokenwon.ttft_ms"]).toBe(i);
      expect(table.at(i)["tokenwon.backoff_ms"]).toBe(i % 100 === 99 ? i : undefined);
      expect(table.at(i)["tokenwon.usage"]?.fresh_input).toBe(i);
    }
  });

  it("keeps tokens that were written to a cache, of which most runs have none", () => {
    const table = new AttemptTable(plan);
    const usage = {
      fresh_input: 1,
      cache_read: 2,
      cache_write: 3,
      cache_write_1h: 4,
      cache_write_12h: 0,
      visible_output: 6,
      thinking: 7,
    };
    table.add(0, timed(plan.at(0), { ttft: 5, tokens: [1, 1] }));
    table.add(1, { ...timed(plan.at(1), { ttft: 5 }), "tokenwon.usage": usage });
    expect(table.at(1)["tokenwon.usage"]).toEqual(usage);
    expect(table.at(0)["tokenwon.usage"]?.cache_write).toBe(0);
  });

  it("takes the arguments of a tool for an answer where there is no text", () => {
    const table = new AttemptTable(plan);
    const line = timed(plan.at(0), { ttft: 5, text: "" });
    table.add(0, line);
    table.add(0, { ...line, "tokenwon.tool": ' {"시":"서울"}' });
    table.add(0, { ...line, "tokenwon.text": "네", "tokenwon.tool": "{}" });
    expect([0, 1, 2].map((row) => table.at(row)["tokenwon.text"])).toEqual(["", "{", "네"]);
  });

  it("keeps the kinds of ten thousand failures that all say something else, and not their words", () => {
    const table = new AttemptTable(plan);
    for (let i = 0; i < 10_000; i++) {
      const failure = {
        kind: "server",
        message: `request ${i} failed`,
        status: 500,
        retry: true,
        billed: "no",
      } as const;
      table.add(0, timed(plan.at(0), { attempt: 1 + i, failure }));
    }
    expect(table.at(7)["tokenwon.failure"]?.message).toBe("request 7 failed");
    expect(table.at(9_999)["tokenwon.failure"]).toMatchObject({
      kind: "server",
      status: 500,
      retry: true,
      billed: "no",
    });
  });
});
