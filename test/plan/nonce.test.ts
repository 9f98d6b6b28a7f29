import { countTokens as cl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { countTokens as o200k } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import type { Trial } from "../../src/domain/trial.ts";
import { nonceOf, withNonce } from "../../src/plan/nonce.ts";
import { trialPlan } from "../../src/plan/trials.ts";

const question = (text: string, system?: string): Trial["question"] => ({
  messages: [
    { role: "user", text },
    { role: "user", text: "더" },
  ],
  maxOutputTokens: 9,
  stream: true,
  ...(system === undefined ? {} : { system }),
});

describe("the number before a question", () => {
  it("has fifteen digits in groups of three, of the trial alone", () => {
    for (let i = 0; i < 200; i++) expect(nonceOf(`salt ${i}`)).toMatch(/^\d{3}( \d{3}){4}$/);
    expect(nonceOf("salt a/x p.ko 1")).toBe(nonceOf("salt a/x p.ko 1"));
  });

  it("is another for each of 50,000 trials", () => {
    const all = new Set<string>();
    for (let i = 0; i < 50_000; i++) all.add(nonceOf(`salt a/x p.ko ${i}`));
    expect(all.size).toBe(50_000);
  });

  it("costs Korean and English the same characters, bytes and tokens, whichever it is", () => {
    const costs = (text: string, nonce: string): readonly number[] => {
      const sent = withNonce(question(text), nonce).messages[0]?.text ?? "";
      return [
        sent.length - text.length,
        Buffer.byteLength(sent) - Buffer.byteLength(text),
        o200k(sent) - o200k(text),
        cl100k(sent) - cl100k(text),
      ];
    };
    const first = costs("a", nonceOf("0"));
    expect(first.slice(0, 2)).toEqual([22, 22]);
    for (let i = 0; i < 200; i++) {
      for (const text of ["환불은 언제 되나요?", "When is the refund due?", "1.", "“인용”", "{", "뷁", " a"]) {
        expect([text, costs(text, nonceOf(`salt a/x p.ko ${i}`))]).toEqual([text, first]);
      }
    }
  });

  it("stands at the very beginning: of the system prompt where there is one", () => {
    expect(withNonce(question("가", "상담원"), "1")).toEqual(question("가", "[1]\n상담원"));
    expect(withNonce(question("가"), "1").messages).toEqual([
      { role: "user", text: "[1]\n가" },
      { role: "user", text: "더" },
    ]);
    expect(withNonce({ ...question("가"), messages: [] }, "1").messages).toEqual([]);
  });

  it("is there only with a salt, and another for every salt, trial and repetition", () => {
    const trials = (salt: string | undefined): Trial[] => [
      ...trialPlan({
        suite: { name: "s" },
        targets: ["a/x", "b/y"],
        prompts: [{ id: "p", ko: "가", en: "a", max_output_tokens: 9 }],
        repeat: 2,
        salt,
      }),
    ];
    const texts = (salt: string | undefined): string[] =>
      trials(salt).map((trial) => trial.question.messages[0]?.text ?? "");
    expect(new Set(texts(undefined))).toEqual(new Set(["가", "a"]));
    expect(new Set([...texts("one"), ...texts("two")]).size).toBe(16);
    expect(texts("one")).toEqual(texts("one"));
    expect(trials("one").map(({ id }) => id)).toEqual(trials(undefined).map(({ id }) => id));
  });
});
