import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/measure/random.ts";
import { beta } from "../../../src/simulate/json/beta.ts";
import { whichFault } from "../../../src/simulate/json/which.ts";
import { textSeed } from "../../../src/simulate/seed.ts";
import { post, simulated, textOf } from "../ask.ts";

const PROMPTS = 4000;
const FAULTS = { fenced: 0.1, syntax: 0.05, "wrong-type": 0.1 } as const;
const MEAN = 0.25;

/** Share of answers with a fault and the correlation of two answers to the same prompt, each with its standard error. */
function pairs(alike: number, seed: number): { readonly share: [number, number]; readonly alike: [number, number] } {
  const random = seeded(seed);
  const fails = (text: string): number =>
    whichFault({ json: FAULTS, json_alike: alike }, "prompt", () => textSeed(seed, "openai/gpt-test", text), random) ===
    undefined
      ? 0
      : 1;
  const drawn = Array.from({ length: PROMPTS }, (_, i) => [fails(`질문 ${i}`), fails(`질문 ${i}`)] as const);
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    drawn.reduce((sum, pair) => sum + of(pair), 0) / PROMPTS;
  const share = mean(([a, b]) => (a + b) / 2);
  const variance = share * (1 - share);
  const correlation = mean(([a, b]) => (a - share) * (b - share)) / variance;
  // How far each pair moves the correlation, and the share.
  const moved = ([a, b]: readonly [number, number]): number =>
    ((a - share) * (b - share) - (correlation / 2) * ((a - share) ** 2 + (b - share) ** 2)) / variance;
  return {
    share: [share, Math.sqrt(mean(([a, b]) => ((a + b) / 2 - share) ** 2) / PROMPTS)],
    alike: [correlation, Math.sqrt(mean((pair) => moved(pair) ** 2) / PROMPTS)],
  };
}

describe("answers to the same prompt", () => {
  it.each([0, 0.05, 0.3, 0.7])("fail as often as the shares say, and are alike by %d", (planted) => {
    const { share, alike } = pairs(planted, 11);
    expect(Math.abs(share[0] - MEAN) / share[1]).toBeLessThan(3.3);
    expect(Math.abs(alike[0] - planted) / alike[1]).toBeLessThan(3.3);
    expect(alike[1]).toBeLessThan(0.03);
  });

  it("fail in the kinds that the shares say", () => {
    const random = seeded(5);
    const kinds = Array.from({ length: PROMPTS }, (_, i) =>
      whichFault({ json: FAULTS, json_alike: 0.3 }, "prompt", () => textSeed(5, "t", `${i}`), random),
    ).filter((kind) => kind !== undefined);
    for (const [kind, share] of Object.entries(FAULTS)) {
      const error = Math.sqrt(((share / MEAN) * (1 - share / MEAN)) / kinds.length);
      const found = kinds.filter((one) => one === kind).length / kinds.length;
      expect(Math.abs(found - share / MEAN) / error).toBeLessThan(3.3);
    }
  });

  it("a beta number is a share, whatever its mean and correlation", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer(), (mean, correlation, seed) => {
        const drawn = beta(mean, correlation, seeded(seed));
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThanOrEqual(1);
        if (correlation === 1) expect([0, 1]).toContain(drawn);
        expect(beta(mean, 0, seeded(seed))).toBe(mean);
      }),
      { examples: [[0.5, 1, 1]] },
    );
  });
});

describe("where all answers to a prompt end alike", () => {
  const schema = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
  const server = (seed = 1): ReturnType<typeof simulated> =>
    simulated({ json: { fenced: 0.25, prose: 0.25 }, json_alike: 1 }, seed);
  type Turn = { readonly role: string; readonly content: string };
  const fails = (to: ReturnType<typeof simulated>, messages: readonly Turn[]): boolean => {
    const body = { model: "gpt-test", messages };
    const { choices } = JSON.parse(textOf(post(to, "/v1/chat/completions", body))) as {
      readonly choices: readonly [{ readonly message: { readonly content: string } }];
    };
    return !choices[0].message.content.startsWith("{");
  };
  const first = (of: string): Turn => ({ role: "user", content: `${of} ${JSON.stringify(schema)}` });
  const numbers = Array.from({ length: 40 }, (_, i) => i);

  it("it is asked again with the same end, in a conversation too; half of the prompts fail", () => {
    const to = server();
    const ends = numbers.map((i) => fails(to, [first(`질문 ${i}`)]));
    expect(numbers.map((i) => fails(to, [first(`질문 ${i}`)]))).toEqual(ends);
    const more = [
      { role: "assistant", content: "```" },
      { role: "user", content: "JSON이 아닙니다. 다시 쓰세요." },
    ];
    expect(numbers.map((i) => fails(to, [first(`질문 ${i}`), ...more]))).toEqual(ends);
    const failing = ends.filter(Boolean).length;
    expect(failing).toBeGreaterThan(8);
    expect(failing).toBeLessThan(32);
  });

  it("another seed, another model and another language fail at other prompts", () => {
    const ends = (to: ReturnType<typeof simulated>, of: string): readonly boolean[] =>
      numbers.map((i) => fails(to, [first(`${of} ${i}`)]));
    const own = ends(server(), "질문");
    expect(ends(server(2), "질문")).not.toEqual(own);
    expect(ends(server(), "question")).not.toEqual(own);
    const json = { fenced: 0.25, prose: 0.25 };
    const other = simulated({ target: "google/gpt-test", wire: "google", json, json_alike: 1 });
    expect(ends(other, "질문")).not.toEqual(own);
  });
});
