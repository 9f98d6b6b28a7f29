import { describe, expect, it } from "vitest";
import type { Profile } from "../../src/domain/profile.ts";
import { ASKED, type Asked, ask, count, MODEL, QUESTIONS, question, simulated, textOf } from "./ask.ts";

const THINKING: Profile["thinking"] = { share: 1, tokens: { low: 30, high: 30 }, shown: true };

const model = ({ wire }: Asked, given: Partial<Profile> = {}): Parameters<typeof simulated>[0] => ({
  target: `${wire}/${MODEL}`,
  wire,
  ...given,
});

describe.each(ASKED)("$name", (asked) => {
  describe.each([
    ["streamed", true],
    ["whole", false],
  ])("%s", (_, stream) => {
    it.each([
      ["ko", /^\[모의 응답\] [가-힣]/],
      ["en", /^\[simulated\] [A-Z]/],
    ] as const)("%s: text, usage and end are what was drawn", async (lang, beginning) => {
      const messages = [{ role: "user", text: QUESTIONS[lang] }] as const;
      const { result, exchange } = await ask(simulated(model(asked)), asked, question({ stream, messages }));
      expect(result).toMatchObject({
        failure: undefined,
        finish: { reason: "complete" },
        model: MODEL,
        reasoning: "",
      });
      expect(result.text).toMatch(beginning);
      expect(result.responseId).toMatch(/sim/);
      const visible = count("", result.text);
      expect(Math.abs(visible - 60)).toBeLessThan(15);
      expect(result.usage).toMatchObject({
        fresh_input: count("", QUESTIONS[lang]) + 4,
        cache_read: 0,
        cache_write: 0,
        visible_output: visible,
        thinking: 0,
      });
      // A token a chunk, or a character where tokens are longer than that.
      if (stream) expect(result.outputs).toBe(visible);
      expect(exchange.head?.headers).toMatchObject({ "x-tokenwon-simulated": "1" });
    });

    it("thinking is shown as the vendor shows it, or hidden, and always counted", async () => {
      const shown = await ask(simulated(model(asked, { thinking: THINKING })), asked, question({ stream }));
      expect(shown.result.reasoning).toMatch(/^\[모의 추론\]/);
      expect(shown.result.text).toMatch(/^\[모의 응답\]/);
      const thinking = count("", shown.result.reasoning);
      expect(Math.abs(thinking - 30)).toBeLessThan(15);
      expect(shown.result.usage).toMatchObject({ thinking, visible_output: count("", shown.result.text) });

      const silent = model(asked, { thinking: { ...THINKING, shown: false } });
      const hidden = await ask(simulated(silent), asked, question({ stream }));
      expect(hidden.result).toMatchObject({ reasoning: "", failure: undefined, finish: { reason: "complete" } });
      expect(hidden.result.usage).toMatchObject({ thinking: 30, visible_output: count("", hidden.result.text) });
    });

    it("no more tokens than the maximum, thinking included", async () => {
      for (const [maxOutputTokens, visible] of [
        [50, 20],
        [30, 0],
        [12, 0],
      ] as const) {
        const quiet = model(asked, { thinking: { ...THINKING, shown: false } });
        const { result } = await ask(simulated(quiet), asked, question({ stream, maxOutputTokens }));
        expect(result).toMatchObject({ failure: undefined, finish: { reason: "length" } });
        expect(result.usage).toMatchObject({ visible_output: visible, thinking: Math.min(30, maxOutputTokens) });
        expect(count("", result.text)).toBe(visible);
      }
    });

    it.each(["length", "refusal", "filter"] as const)("ends by %s", async (ending) => {
      const { result } = await ask(simulated(model(asked, { endings: { [ending]: 1 } })), asked, question({ stream }));
      // Anthropic has no word for a filter, and Google none for a refusal: it blocks the prompt.
      const said = { anthropic: { filter: "refusal" }, google: { refusal: "filter" } }[asked.provider as string];
      const reason = (said as Record<string, string> | undefined)?.[ending] ?? ending;
      expect(result).toMatchObject({ failure: undefined, finish: { reason } });
      const blocked = asked.provider === "google" && ending === "refusal";
      expect(result.usage?.visible_output).toBe(blocked ? 0 : count("", result.text));
      if (!blocked) expect(result.text).toMatch(/^\[모의 응답\]/);
    });
  });

  it("one request, one frame at a time: an edge of a chunk never breaks a character", async () => {
    const { exchange } = await ask(simulated(model(asked, { tokens_per_chunk: 3 })), asked);
    for (const { bytes } of exchange.reads)
      expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).not.toThrow();
    expect(textOf(exchange)).not.toContain("\uFFFD");
  });
});
