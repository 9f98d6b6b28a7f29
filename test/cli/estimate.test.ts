import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { Tiktoken } from "js-tiktoken/lite";
import o200k from "js-tiktoken/ranks/o200k_base";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { usdBy } from "../../src/cli/asking/price.ts";
import { surelyWithin } from "../../src/cli/estimate/budget.ts";
import { exact, sum } from "../../src/cost/money.ts";
import { readPriceBook } from "../../src/dataset/books.ts";
import { Attempt } from "../../src/domain/attempt.ts";
import { Prompt } from "../../src/domain/prompt.ts";
import { type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const estimate = (...words: readonly string[]): ReturnType<Workplace["cli"]> =>
  at.cli(["estimate", "--suite", "smoke", ...words]);

type Figures = {
  readonly requests: number;
  readonly usd_at_most?: number;
  readonly usd_at_most_with_attempts?: number;
  readonly follow_up?: { readonly requests_at_most: number; readonly usd_at_most?: number };
  readonly budget?: { readonly fits?: string; readonly requests_sure?: number };
  readonly input_tokens: { readonly low?: number; readonly high: number; readonly evidence: string };
  readonly targets: readonly (Pick<Figures, "requests" | "usd_at_most" | "input_tokens"> & {
    readonly target: string;
    readonly output_tokens_at_most: number;
    readonly served_by?: string;
  })[];
};
const figures = async (...words: readonly string[]): Promise<Figures> =>
  JSON.parse((await estimate("--json", ...words)).out) as Figures;

const prompts = readFileSync("datasets/prompts/smoke.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => Prompt.parse(JSON.parse(line)));
const texts = (lang: "ko" | "en"): string[] =>
  prompts.flatMap((prompt) => [...(prompt.system === undefined ? [] : [prompt.system[lang]]), prompt[lang]]);
const everyText = [...texts("ko"), ...texts("en")];
const bytesOf = (list: readonly string[]): number => list.reduce((all, text) => all + Buffer.byteLength(text), 0);
const with1000 = (value: number): string => value.toLocaleString("en-US");

describe("estimate", () => {
  it("counts with the target's own tokenizer, and prices every byte and the longest answers", async () => {
    const reference = new Tiktoken(o200k);
    const tokens = everyText.reduce((all, text) => all + reference.encode(text, [], []).length, 0);
    // $2.50 and $10 a million; 100 tokens for the template of each text; 10 answers of 1,000 tokens.
    const usd = ((bytesOf(everyText) + 100 * everyText.length) * 2.5 + 10 * 1000 * 10) / 1e6;
    const [only] = (await figures("--target", "openai/gpt-4o")).targets;
    expect(only).toMatchObject({ requests: 10, output_tokens_at_most: 10_000 });
    expect(only?.input_tokens).toMatchObject({ low: tokens, high: tokens, evidence: "exact" });
    expect(only?.usd_at_most).toBeCloseTo(usd, 12);

    const { code, out, err } = await estimate("--target", "openai/gpt-4o");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^smoke: 10 requests to 1 target, at most \$0\.110, at the prices of 2026-11-24\./);
    expect(out).toMatch(new RegExp(`^openai/gpt-4o +10 +${tokens} +10,000 +0\\.110$`, "m"));
    expect(out).toMatch(new RegExp(`^Total +10 +${tokens} +10,000 +0\\.110$`, "m"));
    expect(out).toContain("chat templates add a little");
  });

  it("shows a range of Korean text where the tokenizer is private, and of English the bytes that it cannot exceed", async () => {
    const characters = texts("ko").reduce((all, text) => all + Array.from(text).length, 0);
    const korean = await estimate("--target", "openai/gpt-6-luna", "--lang", "ko");
    const [low, high] = [0.4, 0.8].map((tokens) => Math.round(tokens * characters));
    expect(korean.out).toMatch(new RegExp(`^openai/gpt-6-luna +5 +${low}–${high} +5,000 `, "m"));
    const both = await estimate("--target", "openai/gpt-6-luna");
    expect(both.out).toMatch(new RegExp(`^openai/gpt-6-luna +10 +≤ ${with1000(bytesOf(everyText))} +10,000 `, "m"));
    expect(both.out).toContain("--lang ko shows the range");
  });

  it("adds bounds to bounds only: beside one, what is assumed counts by its bytes", async () => {
    const { targets, input_tokens } = await figures(
      ...["--lang", "ko", "--target", "openai/gpt-6-luna", "--target", "local/llama3.1", "--target", "openai/gpt-4o"],
    );
    expect(targets.map(({ input_tokens: { evidence } }) => evidence)).toEqual(["assumed", "bound", "exact"]);
    const exactly = targets[2]?.input_tokens.high ?? Number.NaN;
    expect(input_tokens).toMatchObject({ high: 2 * bytesOf(texts("ko")) + exactly, evidence: "bound" });
    expect(input_tokens.low).toBeUndefined();
  });

  it("is above the bill of what a simulated run of the same plan reports", async () => {
    const words = [
      "--suite",
      "smoke",
      "--mode",
      "simulate",
      "--limit",
      "2",
      "--repeat",
      "2",
      "--seed",
      "5",
      "--max-attempts",
      "1",
    ];
    const { targets } = JSON.parse((await at.cli(["estimate", "--json", ...words])).out) as Figures;
    await at.cli([...words, "--out", "out", "--quiet"]);
    const attempts = readFileSync(at.path("out/run/attempts.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => Attempt.parse(JSON.parse(line)));
    const book = await readPriceBook("datasets", "2026-11-24");
    const usdOf = usdBy(book, book.as_of);
    expect(targets).toHaveLength(6);
    for (const { target, usd_at_most = Number.NaN, requests } of targets) {
      const own = attempts.filter((attempt) => attempt["tokenwon.target"] === target);
      const billed = own.reduce((all, attempt) => all + (usdOf(attempt) ?? 0), 0);
      expect(own).toHaveLength(requests);
      expect(billed).toBeGreaterThan(0);
      expect(usd_at_most).toBeGreaterThan(billed);
    }
  });

  it("multiplies what is asked again and again, and a million requests are no more work than ten", async () => {
    const [once, many] = [await figures("--limit", "3"), await figures("--limit", "3", "--repeat", "7")];
    expect(many.usd_at_most).toBeCloseTo(7 * (once.usd_at_most ?? Number.NaN), 12);
    expect(many.usd_at_most_with_attempts).toBeCloseTo(21 * (once.usd_at_most ?? Number.NaN), 12);
    const million = await figures("--trials", "1000000", "--max-attempts", "1");
    expect(million.targets.reduce((all, { requests }) => all + requests, 0)).toBe(1_000_000);
    expect(million.usd_at_most_with_attempts).toBe(million.usd_at_most);
  });

  it("names what has no price, and how to give it one", async () => {
    const words = ["--target", "local/llama3.1", "--target", "openai/gpt-4o"];
    const { code, out } = await estimate(...words, "--budget-usd", "1");
    expect(code).toBe(0);
    expect(out).toMatch(/^local\/llama3\.1 +10 +≤ [\d,]+ +10,000 +—$/m);
    expect(out).toMatch(/^Total .* —$/m);
    expect(out).toContain(
      "local/llama3.1: the price book 2026-11-24 does not know it. Give its rates with --price FILE.",
    );
    expect(out).toContain("The other targets cost at most $0.110.");
    expect(out).toContain("cannot be said without every price");
    expect((await figures(...words)).usd_at_most).toBeUndefined();

    writeFileSync(at.path("ours.csv"), "target,input,output\nlocal/llama3.1,0,0\n");
    const own = await figures(...words, "--price", "ours.csv");
    expect(own.targets.map(({ usd_at_most }) => usd_at_most)).toEqual([0, own.usd_at_most]);
  });

  it("prices whoever answers to the name on the day", async () => {
    const words = ["--target", "google/gemini-2.5-flash", "--as-of", "2026-12-02", "--lang", "ko"];
    const { out, err } = await estimate(...words);
    expect(out).toContain("is answered by google/gemini-3.5-flash-lite on 2026-12-02, at its price.");
    expect(err).toContain("prices of 2026-12-02 as the book 2026-11-24");
    const [handed] = (await figures(...words)).targets;
    const [itself] = (await figures(...words.with(1, "google/gemini-3.5-flash-lite"))).targets;
    expect(handed).toEqual({ ...itself, target: "google/gemini-2.5-flash", served_by: itself?.target });
    expect((await estimate("--target", "google/gemini-1.5-pro")).out).toContain(
      "No longer answering, and taken at the last price: google/gemini-1.5-pro (since 2025-09-24).",
    );
  });
});

describe("a suite that asks again where an answer is not valid", () => {
  const validity = (...words: readonly string[]): ReturnType<Workplace["cli"]> =>
    at.cli(["estimate", "--suite", "json-validity", "--domain", "event", "--target", "openai/gpt-4o", ...words]);
  const json = async (...words: readonly string[]): Promise<Figures> =>
    JSON.parse((await validity("--json", ...words)).out) as Figures;

  it("shows first answers, and beside them what may follow", async () => {
    const { requests, usd_at_most: usd = Number.NaN, follow_up } = await json("--limit", "1", "--repeat", "5");
    // Two more by each of two ways: there is no other model to ask.
    expect([requests, follow_up?.requests_at_most]).toEqual([5, 20]);
    // What was answered is sent again: 4,000 tokens of it at most, then twice as many, at $2.50 a million.
    const [answer, words] = [4000 * 2.5e-6, 4 * (usd / 5 - 4000 * 10e-6)];
    expect(follow_up?.usd_at_most).toBeGreaterThan(4 * usd + 5 * 3 * answer);
    expect(follow_up?.usd_at_most).toBeLessThan(4 * usd + 5 * (3 * answer + words));
    const { out } = await validity("--limit", "1", "--repeat", "5");
    expect(out).toMatch(
      /^Not among these: .* not valid JSON, up to 20 requests more, at most \$1\.\d+, if none ever is\.$/m,
    );
    expect((await validity("--limit", "1", "--repeat", "5", "--locale", "ko")).out).toMatch(
      /최대 20건이 더 나갑니다\(최대 \$1\.\d+\)/,
    );
    expect((await figures("--target", "openai/gpt-4o")).follow_up).toBeUndefined();
  });

  it("prices another model that is asked at its own price", async () => {
    const usd = async (figure: "first" | "after", ...words: readonly string[]): Promise<number> => {
      const { usd_at_most, follow_up } = await json("--limit", "1", "--trials", "1", ...words);
      return (figure === "first" ? usd_at_most : follow_up?.usd_at_most) ?? Number.NaN;
    };
    const cheap = await at.cli(
      "estimate --suite json-validity --json --domain event --limit 1 --target google/gemini-1.5-flash --trials 1".split(
        " ",
      ),
    );
    const other = (JSON.parse(cheap.out) as Figures).usd_at_most ?? Number.NaN;
    expect(other).toBeLessThan((await usd("first")) / 4);
    const both = await usd("after", "--target", "google/gemini-1.5-flash");
    expect(both).toBeCloseTo((await usd("after")) + 2 * other, 12);
  });

  it("counts every item in full, the other model among what may follow, and no dollars where one has no price", async () => {
    const items = readFileSync("datasets/tasks/event.jsonl", "utf8").trimEnd().split("\n").length;
    const { requests, follow_up } = await json("--full", "--repeat", "1", "--target", "local/llama3.1");
    expect([requests, follow_up]).toEqual([2 * 10 * items, { requests_at_most: 2 * 2 * items * 6 }]);
  });
});

describe("a budget", () => {
  it.each([
    ["0.34", "attempts", 10, "The budget of $0.34 is enough, whatever is asked again."],
    ["0.12", "once", 10, "The budget of $0.12 is enough to ask every request once"],
    // Each request is at most $0.0100 to $0.0123.
    ["0.05", "part", 4, "The budget of $0.05 is sure to be enough for 4 of 10 requests"],
    ["0.001", "part", 0, "The budget of $0.001 is sure to be enough for 0 of 10 requests"],
  ])("of $%s: %s", async (usd, fits, requests, sentence) => {
    const words = ["--target", "openai/gpt-4o", "--budget-usd", usd];
    expect((await figures(...words)).budget).toEqual({ usd: Number(usd), fits, requests_sure: requests });
    expect((await estimate(...words)).out).toContain(sentence);
  });

  it("carries what is sure to fit in any order, and not one more of the dearest", () => {
    const question = fc.record({
      usd: fc.integer({ min: 0, max: 50 }).map((cents) => exact(cents).div(100)),
      times: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 8 }), fc.integer({ min: 0, max: 600 }), (questions, cents) => {
        const budget = exact(cents).div(100);
        const fit = surelyWithin(questions, budget);
        const dearest = questions
          .flatMap(({ usd, times }) => Array.from({ length: times }, () => usd))
          .sort((a, b) => b.comparedTo(a) ?? 0);
        expect(sum(dearest.slice(0, fit)).lte(budget)).toBe(true);
        if (fit < dearest.length) expect(sum(dearest.slice(0, fit + 1)).gt(budget)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is said", () => {
  it("in Korean where it is asked for, and nothing where it is not wanted", async () => {
    const words = ["--target", "openai/gpt-4o"];
    const { out } = await estimate("--locale", "ko", ...words, "--budget-usd", "1");
    expect(out).toMatch(/^smoke: 모델 1개에 요청 10건, 최대 \$0\.110\(2026-11-24 가격 기준\)/);
    expect(out).toMatch(/^합계 /m);
    expect(out).toContain("예산 $1는 재시도를 모두 포함해도 충분합니다.");
    expect(await estimate("--quiet", ...words)).toEqual({ code: 0, out: "", err: "" });
  });

  it.each(["korean-tokens", "article-claims"])("%s asks nobody", async (suite) => {
    const { code, out } = await at.cli(["estimate", "--suite", suite]);
    expect([code, out]).toEqual([0, `The suite ${suite} counts offline: it asks nobody and costs nothing.\n`]);
    const json = await at.cli(["estimate", "--suite", suite, "--json"]);
    expect(JSON.parse(json.out)).toEqual({ suite, asks: false, requests: 0, usd_at_most: 0, targets: [] });
  });

  it.each([
    [[], "No suite was named."],
    [["--suite", "smok"], 'Did you mean "smoke"?'],
    [["--suite", "smoke", "--target", "openai/gpt-4oo"], 'Did you mean "openai/gpt-4o"?'],
    [["--suite", "smoke", "--target", "gpt-4o"], '"gpt-4o" is not a target.'],
    [["--suite", "smoke", "--target", "opnai/*"], 'is "opnai/*"'],
    [["--suite", "smoke", "--mode", "liv"], 'Did you mean "live"?'],
    [["--suite", "smoke", "--dataset", "ours.csv"], "takes no --dataset"],
  ])("%j is refused in a sentence", async (words, part) => {
    const { code, out, err } = await at.cli(["estimate", ...words]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(part);
  });

  it("helps with the flags that count, and takes the words of a run", async () => {
    const { out } = await at.cli(["estimate", "--help"]);
    expect(out).toContain("--budget-usd");
    expect(out).not.toContain("--concurrency");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(160);
    const words = ["--mode", "live", "--keys", "nowhere.env", "--concurrency", "9", "--target", "openai/gpt-4o"];
    expect((await estimate(...words)).code).toBe(0);
    expect((await at.cli(["estmate"])).err).toContain("Did you mean estimate?");
  });
});
