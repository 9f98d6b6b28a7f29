import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/domain/exchange.ts";
import { JSON_FAULTS, type JsonFault, type Profile, SIMULATED_FAILURES } from "../../src/domain/profile.ts";
import { quantile } from "../../src/measure/quantile.ts";
import { twoSidedBinomialTest } from "../measure/binomial.ts";
import { post, simulated, textOf } from "./ask.ts";

const CHAT = "/v1/chat/completions";
const body = (content: string, more: object = {}): object => ({
  model: "gpt-test",
  messages: [{ role: "user", content }],
  stream: true,
  stream_options: { include_usage: true },
  ...more,
});
const N = 10_000;
const ALPHA = 0.001;

/** What went wrong, by the bytes alone. */
function failureOf({ head, end, reads }: Exchange): string {
  if (head === undefined) return "reset";
  const byStatus: Readonly<Record<number, string>> = { 429: "rate-limit", 503: "overloaded", 500: "server" };
  if (head.status !== 200) return byStatus[head.status] ?? String(head.status);
  if (end.how !== "eof") return end.how === "error" ? "cut" : "stall";
  const text = textOf({ head, end, reads });
  if (text.includes('{"error":')) return "stream-error";
  return text.endsWith("data: [DONE]\n\n") ? "none" : "truncated";
}

const tally = (names: readonly string[]): ReadonlyMap<string, number> =>
  names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());

describe(`shares over ${N} requests`, () => {
  it("failures", () => {
    const shares = [0.03, 0.01, 0.05, 0.002, 0.04, 0.02, 0.006, 0.1];
    const failures = Object.fromEntries(SIMULATED_FAILURES.map((name, i) => [name, shares[i]])) as Profile["failures"];
    const server = simulated({ failures, output_tokens: { low: 5, high: 5 } });
    const found = tally(Array.from({ length: N }, (_, i) => failureOf(post(server, CHAT, body(`질문 ${i}`)))));
    for (const [i, name] of SIMULATED_FAILURES.entries())
      expect([name, twoSidedBinomialTest(found.get(name) ?? 0, N, shares[i] ?? 0) > ALPHA]).toEqual([name, true]);
    const none = 1 - shares.reduce((sum, share) => sum + share, 0);
    expect(twoSidedBinomialTest(found.get("none") ?? 0, N, none)).toBeGreaterThan(ALPHA);
  });

  it("failures of one request that comes again and again", () => {
    const server = simulated({ failures: { server: 0.3 }, output_tokens: { low: 5, high: 5 } });
    const found = tally(Array.from({ length: N }, () => failureOf(post(server, CHAT, body("같은 질문")))));
    expect(twoSidedBinomialTest(found.get("server") ?? 0, N, 0.3)).toBeGreaterThan(ALPHA);
  });

  it("endings and thinking", () => {
    const server = simulated({
      endings: { length: 0.05, refusal: 0.01, filter: 0.02 },
      thinking: { share: 0.4, tokens: { low: 3, high: 6 }, shown: false },
      output_tokens: { low: 5, high: 9 },
    });
    const answers = Array.from({ length: N }, (_, i) => whole(post(server, CHAT, body(`q ${i}`, { stream: false }))));
    const ended = tally(
      answers.map(({ choices: [{ finish_reason, message }] }) => `${finish_reason} ${message.refusal !== null}`),
    );
    const thought = answers.filter(({ usage }) => usage.completion_tokens_details.reasoning_tokens > 0).length;
    expect(twoSidedBinomialTest(ended.get("length false") ?? 0, N, 0.05)).toBeGreaterThan(ALPHA);
    expect(twoSidedBinomialTest(ended.get("stop true") ?? 0, N, 0.01)).toBeGreaterThan(ALPHA);
    expect(twoSidedBinomialTest(ended.get("content_filter false") ?? 0, N, 0.02)).toBeGreaterThan(ALPHA);
    expect(twoSidedBinomialTest(thought, N, 0.4)).toBeGreaterThan(ALPHA);
  });

  it("faults of JSON", () => {
    const schema = {
      type: "object",
      properties: { sentiment: { type: "string", enum: ["긍정", "부정"] }, score: { type: "integer" } },
      required: ["sentiment", "score"],
      additionalProperties: false,
    };
    const json = Object.fromEntries(JSON_FAULTS.map((fault, i) => [fault, 0.01 + i / 200])) as Profile["json"];
    const server = simulated({ json });
    const valid = Array.from({ length: N }, (_, i) => {
      const { choices } = whole(post(server, CHAT, body(`질문 ${i} ${JSON.stringify(schema)}`, { stream: false })));
      return isAnswer(choices[0].message.content);
    }).filter(Boolean).length;
    const { "duplicate-key": _, ...invalid } = json as Record<JsonFault, number>;
    const faults = Object.values(invalid).reduce((sum, share) => sum + share, 0);
    expect(twoSidedBinomialTest(N - valid, N, faults)).toBeGreaterThan(ALPHA);
  });
});

const isAnswer = (text: string): boolean => {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const { sentiment, score, ...more } = value;
    const known = sentiment === "긍정" || sentiment === "부정";
    return known && Number.isInteger(score) && Object.keys(more).length === 0;
  } catch {
    return false;
  }
};

type Whole = {
  readonly choices: readonly [
    { readonly finish_reason: string; readonly message: { readonly content: string; readonly refusal: string | null } },
  ];
  readonly usage: {
    readonly completion_tokens: number;
    readonly completion_tokens_details: { readonly reasoning_tokens: number };
  };
};
const whole = (exchange: Exchange): Whole => JSON.parse(textOf(exchange)) as Whole;

describe("times", () => {
  it("the first token is log-normal by its central 90 %, and so is the speed", () => {
    const server = simulated({
      ttft_ms: { low: 300, high: 800 },
      tokens_per_second: { low: 80, high: 100 },
      output_tokens: { low: 20, high: 20 },
    });
    const first: number[] = [];
    const speed: number[] = [];
    for (let i = 0; i < N; i++) {
      const { reads, head } = post(server, CHAT, body(`질문 ${i}`));
      // The role, the tokens, and what ends the answer.
      const tokens = reads.slice(1, -1);
      const [begun = 0, ended = 0] = [tokens[0]?.at, tokens.at(-1)?.at];
      first.push(begun);
      speed.push((1000 * (tokens.length - 1)) / (ended - begun));
      expect(head?.at).toBeLessThan(begun);
    }
    const near = (values: readonly number[], q: number): number =>
      quantile(
        [...values].sort((a, b) => a - b),
        q,
      ) ?? 0;
    for (const [values, low, high] of [
      [first, 300, 800],
      [speed, 80, 100],
    ] as const) {
      expect(Math.abs(near(values, 0.05) / low - 1)).toBeLessThan(0.03);
      expect(Math.abs(near(values, 0.95) / high - 1)).toBeLessThan(0.03);
      expect(Math.abs(near(values, 0.5) / Math.sqrt(low * high) - 1)).toBeLessThan(0.02);
    }
  });

  it("never go back, and no two gaps need be the same", () => {
    const { reads, end, head } = post(simulated(), CHAT, body("질문"));
    const times = [head?.at ?? 0, ...reads.map(({ at }) => at), end.at];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const gaps = reads.slice(2, -1).map(({ at }, i) => Math.round(at - (reads[i + 1]?.at ?? 0)));
    expect(new Set(gaps).size).toBeGreaterThan(10);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
  });

  it("thinking that nobody sees takes its time all the same", () => {
    const thinking = { share: 1, tokens: { low: 40, high: 40 }, shown: false };
    const { reads } = post(simulated({ thinking }), CHAT, body("질문"));
    // 400 ms to the first token, 40 tokens at 20 a second.
    expect(reads[1]?.at).toBe(2400);
  });

  it("a whole answer comes when the last token is there", () => {
    const streamed = post(simulated(), CHAT, body("질문"));
    const at = post(simulated(), CHAT, body("질문", { stream: false })).head?.at ?? 0;
    // Of another body another answer is drawn, of about the same length.
    expect(Math.abs(at - streamed.end.at)).toBeLessThan(1000);
  });
});

describe("the same seed", () => {
  const mixed = {
    output_tokens: { low: 12, high: 20 },
    failures: { cut: 0.2, server: 0.1 },
    json: { prose: 0.3 },
    ttft_ms: { low: 100, high: 900 },
  };

  it("and the same requests give the same bytes at the same times; another seed gives others", () => {
    const say = (seed: number): unknown => [1, 2, 3].map((i) => post(simulated(mixed, seed), CHAT, body(`질문 ${i}`)));
    expect(say(7)).toEqual(say(7));
    expect(say(7)).not.toEqual(say(8));
  });

  it("in any order of different requests", () => {
    const requests = fc.array(fc.constantFrom("환불", "배송", "refund", "교환"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(requests, fc.infiniteStream(fc.nat()), (asked, order) => {
        const all = (list: readonly string[]): Map<string, Exchange[]> => {
          const server = simulated(mixed);
          const answers = new Map<string, Exchange[]>();
          for (const text of list) answers.set(text, [...(answers.get(text) ?? []), post(server, CHAT, body(text))]);
          return answers;
        };
        const shuffled = asked
          .map((text) => ({ text, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ text }) => text);
        expect(all(shuffled)).toEqual(all(asked));
      }),
      { numRuns: 30 },
    );
  });

  it("the folder of a base URL changes nothing, the same request again does", () => {
    const [one, two] = [simulated(mixed), simulated(mixed)];
    const first = post(one, CHAT, body("질문"));
    expect(post(two, `/proxy/openai${CHAT}`, body("질문"))).toEqual(first);
    expect(post(one, CHAT, body("질문"))).not.toEqual(first);
  });
});
