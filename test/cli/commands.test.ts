import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

describe("count", () => {
  it("prints tokens by tokenizer and price by target", async () => {
    const { code, out } = await at.cli([
      "count",
      "안녕하세요, 제 이름은 GPT-4o입니다. 저는 새로운 유형의 언어 모델입니다, 만나서 반갑습니다!",
      "--target",
      "openai/gpt-4o",
    ]);
    expect(code).toBe(0);
    // The sentence and both counts are OpenAI's own (GPT-4o announcement, 2024).
    expect(out).toMatch(/^o200k_base +27 /m);
    expect(out).toMatch(/^cl100k_base +45 /m);
    // 27 tokens × $2.50 and $10 a million × 1,000 texts.
    expect(out).toMatch(/^openai\/gpt-4o +27 +0\.0675 +0\.270 +exact$/m);
  });

  it("shows a range with its grade where the tokenizer is private, and nothing for text that is not Korean", async () => {
    expect((await at.cli(["count", "열 글자인 한국어 글", "--target", "openai/gpt-6-luna"])).out).toMatch(
      /^openai\/gpt-6-luna +4–9 .*assumed$/m,
    );
    expect((await at.cli(["count", "ten letters", "--target", "openai/gpt-6-luna"])).out).toMatch(
      /^openai\/gpt-6-luna +— +— +— +unknown$/m,
    );
  });

  it("counts decomposed Hangul as it will be sent, and says what it would have been", async () => {
    const { out } = await at.cli(["count", "안녕하세요".normalize("NFD")]);
    expect(out).toMatch(/^o200k_base +2 /m);
    expect(out).toMatch(/As given it would be \d\d on o200k_base/);
  });

  it("reads a pipe, and joins words", async () => {
    expect((await at.cli(["count"], { input: "안녕하세요\n" })).out).toMatch(/^5 characters, 1 words, 15 bytes/);
    expect((await at.cli(["count", "안녕", "하세요"])).out).toMatch(/^6 characters, 2 words, 16 bytes/);
    const { code, err } = await at.cli(["count"]);
    expect([code, err]).toEqual([2, expect.stringContaining("There is no text for count.")]);
  });

  it("reads a pipe in Excel's Korean encoding, and says so", async () => {
    const { out, err } = await at.cli(["count"], { input: Buffer.from("bec8b3e7c7cfbcbcbfe40a", "hex") });
    expect(out).toMatch(/^5 characters/);
    expect(err).toBe("Standard input was read as CP949.\n");
  });

  it("takes special-token text for text", async () => {
    expect((await at.cli(["count", "<|endoftext|>"])).out).toMatch(/^o200k_base +7 /m);
  });

  it("prints JSON for a program, with won where the rate is given", async () => {
    const { out } = await at.cli(["count", "안녕하세요", "--json"]);
    const result = JSON.parse(out) as { tokens: Record<string, number>; targets: { target: string }[] };
    expect(result.tokens).toMatchObject({ o200k_base: 2, cl100k_base: 5 });
    expect(result.targets.length).toBeGreaterThan(40);
    expect((await at.cli(["count", "안녕하세요", "--krw", "1400"])).out).toContain("in, ₩");
  });
});

describe("list", () => {
  it("names what there is", async () => {
    const { code, out } = await at.cli(["list"]);
    expect(code).toBe(0);
    for (const name of ["korean-tokens", "ko-en", "o200k_base", "2026-11-24"]) expect(out).toContain(name);
    expect((await at.cli(["list", "targets"])).out).toMatch(/^openai\/o1 +15 +60 +o200k_base +off since 2026-10-23$/m);
  });

  it("guesses what was meant", async () => {
    const { code, err } = await at.cli(["list", "tagets"]);
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean "targets"?')]);
  });
});

/** The parts of the project that validate reads, to be spoilt. */
function copyOfProject(name: string): string {
  const root = at.path(name);
  mkdirSync(root);
  for (const part of ["datasets", "evals", "src"]) cpSync(part, `${root}/${part}`, { recursive: true });
  const filter = (path: string): boolean => /node_modules(\/zod.*)?$/.test(path);
  cpSync("node_modules", `${root}/node_modules`, { recursive: true, filter });
  return root;
}

describe("validate", () => {
  it("passes the project", async () => {
    const { code, out } = await at.cli(["validate"]);
    expect(out).toMatch(/All \d+ checks passed\.\n$/);
    expect(code).toBe(0);
  });

  it("finds planted faults in a copy of the project, each with its place", async () => {
    const root = copyOfProject("project");
    const support = `${root}/datasets/pairs/ko-en/support.jsonl`;
    const lines = readFileSync(support, "utf8").split("\n");
    const broken = JSON.parse(lines[4] ?? "") as Record<string, string>;
    lines[4] = JSON.stringify({ ...broken, ko: broken["ko"]?.normalize("NFD") });
    const longer = JSON.parse(lines[5] ?? "") as Record<string, string>;
    lines[5] = JSON.stringify({ ...longer, en: `${longer["en"] ?? ""} Really.` });
    writeFileSync(support, lines.join("\n"));
    const prices = `${root}/datasets/prices/2026-11-24.json`;
    writeFileSync(prices, readFileSync(prices, "utf8").replace('"input":"2.5"', '"input":2.5'));
    writeFileSync(`${root}/evals/wrong.ts`, "export default { kind: 'tokens', name: 'other' };\n");

    const { code, out, err } = await at.cli(["validate"], { root });
    expect(code).toBe(2);
    expect(out).toMatch(/support\.jsonl:5: ko is not in NFC/);
    expect(out).toMatch(/models\.0\.periods\.0\.input: /);
    expect(out).toMatch(/wrong suite wrong: evals\/wrong\.ts is not a suite\./);
    expect(out).toMatch(/wrong recorded counts: 1 of \d+ committed texts have no recorded count by gemma3/);
    expect(err).toMatch(/^error\[data\]: 4 of \d+ checks failed\./);
  });

  it("refuses a file whose bytes are not those of its card", async () => {
    const root = copyOfProject("changed");
    const file = `${root}/datasets/pairs/ko-en/greeting.jsonl`;
    writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
    const { code, out } = await at.cli(["validate"], { root });
    expect(code).toBe(2);
    expect(out).toMatch(/greeting\.jsonl has changed since dataset\.json was written/);
  });

  it("checks a user's file by name and line", async () => {
    writeFileSync(at.path("ours.csv"), "ko,en\n안녕하세요,Hello\n안녕하세요,Hi there\n");
    const { code, out } = await at.cli(["validate", "ours.csv"]);
    expect(code).toBe(2);
    expect(out).toMatch(/ours\.csv:3: ko is the same text as in .*ours\.csv:2/);
  });
});

describe("doctor", () => {
  it("finds this machine fit, and shows no key", async () => {
    const { code, out } = await at.cli(["doctor"], { env: { OPENAI_API_KEY: "sk-not-to-be-shown" } });
    expect(code).toBe(0);
    expect(out).toContain("vendor keys set: OPENAI_API_KEY");
    expect(out).not.toContain("sk-not-to-be-shown");
  });
});

describe("help", () => {
  it.each([["--help"], ["run", "--help"], ["count", "--help"], ["help", "list"]])(
    "%s teaches by example",
    async (...args) => {
      const { code, out } = await at.cli(args);
      expect(code).toBe(0);
      expect(out).toContain("npm run eval -- ");
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(160);
    },
  );

  it("prints the version of package.json", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect((await at.cli(["--version"])).out).toBe(`${version}\n`);
  });
});
