import { describe, expect, it } from "vitest";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { SPOKEN } from "../wires.ts";
import { BROKEN } from "./broken.ts";
import { PITFALLS, type Pitfall } from "./pitfalls.ts";
import type { Play } from "./stamped-server.ts";
import { asking, expectTaken, ROUNDING, type Timed } from "./timed.ts";
import { wordsOf } from "./words.ts";

const CASES = [...PITFALLS, ...BROKEN].flatMap((pitfall) =>
  SPOKEN.filter((spoken) => pitfall.only?.(spoken) ?? true).map((spoken) => ({ ...pitfall, spoken, api: spoken.name })),
);

// At once: most of their time is waiting.
describe("what each figure is taken at, by the server's own moments", () => {
  it.concurrent.each(CASES)("$api: $name", async (pitfall) => {
    const { spoken, tokens, reads, then } = pitfall;
    const play = { does: "stream", reads: reads(wordsOf(spoken.api, tokens), spoken), then: then ?? "end" } as const;
    await asking(spoken, [play], async ({ ask }) => {
      const timed = await ask();
      expectTimes(timed, pitfall);
      expectTokens(timed.line, pitfall);
      expect(timed.line).toMatchObject({ "tokenwon.text": pitfall.text, "tokenwon.outputs": pitfall.outputs.length });
      expect(timed.line["tokenwon.failure"]?.kind).toBe(pitfall.failure);
      expect(timed.line["tokenwon.finish"]).toBe(pitfall.failure === undefined ? "complete" : undefined);
    });
  });
});

it.concurrent.each(SPOKEN)(
  "$name: what opened a connection says so, and after one has expired again",
  async (spoken) => {
    const { role, text, end } = wordsOf(spoken.api, { visible: 2, thinking: 0 });
    const play: Play = { does: "stream", reads: [role, text("네."), end] };
    await asking(spoken, [play, play, play, play], async ({ ask, server }) => {
      const asked: Timed[] = [await ask(), await ask()];
      await server.expire();
      asked.push(await ask(), await ask());
      const connections = server.requests.map(({ connection }) => connection);
      expect(connections).toEqual([1, 1, 2, 2]);
      const first = connections.map((connection, i) => connections.indexOf(connection) === i);
      expect(asked.map(({ line }) => line["tokenwon.wire"].connectionReused)).toEqual(first.map((opened) => !opened));
      // The handshake is part of the figure: it counts from the call, in all four.
      for (const timed of asked) {
        expect(timed.line["tokenwon.failure"]).toBeUndefined();
        expect(timed.called).toBeLessThanOrEqual(timed.stamps.arrived);
        expectTaken(timed, timed.line["tokenwon.ttft_ms"], 1);
      }
    });
  },
);

function expectTimes(timed: Timed, { event = 0, outputs, visible = outputs[0] }: Pitfall): void {
  const { line } = timed;
  const { "tokenwon.ttft_ms": ttft, "tokenwon.e2e_ms": e2e, "tokenwon.output_gaps_us": gaps } = line;
  expectTaken(timed, line["tokenwon.ttfb_ms"], event);
  expectTaken(timed, ttft, outputs[0]);
  expectTaken(timed, line["tokenwon.ttfvt_ms"], visible === "never" ? undefined : visible);
  expectTaken(timed, e2e, outputs.at(-1));
  expect(gaps?.length).toBe(outputs.length < 2 ? undefined : outputs.length - 1);
  // Each gap leads from one output to the next, and all of them to the last.
  let at = ttft ?? Number.NaN;
  for (const [i, gap] of (gaps ?? []).entries()) {
    at += gap / 1000;
    expectTaken(timed, at, outputs[i + 1]);
  }
  expect(at).toBeCloseTo(e2e ?? Number.NaN, 3);
  expect(line["tokenwon.end_ms"]).toBeGreaterThanOrEqual(e2e ?? Number.NaN);
}

function expectTokens(line: Attempt, { tokens, streamed, failure }: Pitfall): void {
  const { "tokenwon.ttft_ms": ttft = Number.NaN, "tokenwon.e2e_ms": e2e = Number.NaN } = line;
  const tpot = line["tokenwon.tpot_ms"];
  if (streamed === undefined) expect(tpot).toBeUndefined();
  else expect(Math.abs((tpot ?? Number.NaN) - (e2e - ttft) / (streamed - 1))).toBeLessThanOrEqual(ROUNDING);
  const named = Object.keys(line).filter((name) => name.startsWith("gen_ai.usage.") || name === "tokenwon.usage");
  if (tokens === undefined) expect(named).toEqual([]);
  // What a broken answer said so far is no total.
  else if (failure === undefined) {
    expect(line).toMatchObject({
      "gen_ai.usage.output_tokens": tokens.visible + tokens.thinking,
      "gen_ai.usage.reasoning.output_tokens": tokens.thinking,
    });
  }
}
