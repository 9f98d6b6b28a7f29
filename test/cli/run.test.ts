import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Workplace, workplace } from "./run-cli.ts";

const HEADER =
  "suite,metric,unit,target,tokenizer,domain,lang,condition,value,low,high,confidence,n,clusters,evidence,source,price_date,run";
const OURS = 'ko,en\n"안녕하세요, 여러분",Hello everyone\n환불은 3일 안에 됩니다.,Refunds are made within 3 days.\n';

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});
const ours = (text = OURS, name = "ours.csv"): string => {
  writeFileSync(at.path(name), text);
  return name;
};
const run = (...args: string[]): ReturnType<Workplace["cli"]> => at.cli(["--suite", "korean-tokens", ...args]);
const rows = (folder: string): Record<string, string>[] =>
  parse(readFileSync(at.path(`${folder}/measurements.csv`), "utf8"), { columns: true, bom: true });

describe("run on the committed data", () => {
  it("writes the committed report to the byte", async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    const written = readdirSync(at.path("home/reports/korean-tokens"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.includes("."),
    );
    expect(written.sort()).toEqual([
      "charts/cost.ko.svg",
      "charts/cost.svg",
      "charts/token-ratio.ko.svg",
      "charts/token-ratio.svg",
      "measurements.csv",
      "measurements.json",
      "report.ko.md",
      "report.md",
    ]);
    for (const name of written) {
      expect(readFileSync(at.path(`home/reports/korean-tokens/${name}`), "utf8"), name).toBe(
        readFileSync(`reports/korean-tokens/${name}`, "utf8"),
      );
    }
    expect(out).toContain("Wrote 8 files to home/reports/korean-tokens/");
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^Next: /);
  });

  it("writes elsewhere when anything was asked that changes a figure", async () => {
    const { code } = await run("--limit", "3", "--quiet");
    expect(code).toBe(0);
    expect(readdirSync(at.path("home"))).toEqual(["runs"]);
  });

  it("counts the same by the reference engine", async () => {
    await run("--tokenizer-engine", "js-tiktoken", "--limit", "40", "--out", "slow", "--quiet");
    await run("--limit", "40", "--out", "fast", "--quiet");
    expect(readFileSync(at.path("slow/measurements.csv"), "utf8")).toBe(
      readFileSync(at.path("fast/measurements.csv"), "utf8"),
    );
  });

  it("reweights the domains, and states the mix", async () => {
    await run("--mix", "support=70,legal=30", "--out", "mixed", "--quiet");
    const report = readFileSync(at.path("mixed/report.md"), "utf8");
    expect(report).toContain(
      "is weighted by share of Korean characters as asked: Support chat 70.0 %, Contract clauses 30.0 %",
    );
    const value = (domain: string): number =>
      Number(
        rows("mixed").find(
          (row) =>
            row["metric"] === "tokens_per_char" &&
            row["tokenizer"] === "o200k_base" &&
            row["domain"] === domain &&
            row["lang"] === "ko",
        )?.["value"],
      );
    expect(value("all")).toBeCloseTo(0.7 * value("support") + 0.3 * value("legal"), 9);
  });

  it("prints the summary in Korean for a Korean terminal, and JSON for a program", async () => {
    expect((await at.cli(["--suite", "korean-tokens", "--out", "x"], { env: { LANG: "ko_KR.UTF-8" } })).out).toMatch(
      /^같은 내용을 한국어로/,
    );
    const { out } = await run("--json", "--out", "x");
    const result = JSON.parse(out) as { out: string; files: string[]; token_ratio: Record<string, { value: number }> };
    expect(result.out).toBe("x");
    expect(result.token_ratio["o200k_base"]?.value).toBeGreaterThan(1);
  });

  it("writes only the formats that were asked for", async () => {
    await run("--format", "csv,md", "--out", "some", "--quiet");
    expect(readdirSync(at.path("some")).sort()).toEqual(["measurements.csv", "report.ko.md", "report.md"]);
  });
});

describe("run on a user's own text", () => {
  it("writes DIR/measurements.csv with the columns of the design, and Excel's mark", async () => {
    const { code, out } = await run("--dataset", ours(), "--out", "mine");
    expect(code).toBe(0);
    const text = readFileSync(at.path("mine/measurements.csv"), "utf8");
    expect(text.split("\n")[0]).toBe(`\uFEFF${HEADER}`);
    const ratio = rows("mine").find(
      (row) => row["metric"] === "token_ratio" && row["tokenizer"] === "o200k_base" && row["domain"] === "all",
    );
    expect(ratio).toMatchObject({
      n: "2",
      clusters: "2",
      low: "",
      high: "",
      confidence: "",
      evidence: "exact",
      lang: "ko-en",
    });
    expect(out).toContain("No domain given");
  });

  it("reads two aligned files", async () => {
    ours("안녕하세요\n\n네\n", "k.txt");
    ours("Hello\n\nYes\n", "e.txt");
    expect((await run("--ko", "k.txt", "--en", "e.txt", "--out", "mine", "--quiet")).code).toBe(0);
    expect(rows("mine").find((row) => row["metric"] === "pairs")?.["value"]).toBe("2");
  });

  it("counts megabytes without a break exactly, in seconds", async () => {
    const random = Array.from({ length: 333_333 }, (_, i) => String.fromCharCode(0xac00 + ((i * 7919) % 11_172))).join(
      "",
    );
    const lines = [
      { ko: "가".repeat(200_000), en: "a".repeat(1_000_000) },
      { ko: random, en: "b" },
    ].map((pair, i) => JSON.stringify({ ...pair, domain: i === 0 ? "runs" : "random" }));
    const { code } = await run("--dataset", ours(lines.join("\n"), "long.jsonl"), "--out", "mine", "--quiet");
    expect(code).toBe(0);
    const tokens = (domain: string, lang: string): number =>
      Number(
        rows("mine").find(
          (row) =>
            row["metric"] === "tokens" &&
            row["tokenizer"] === "o200k_base" &&
            row["domain"] === domain &&
            row["lang"] === lang,
        )?.["value"],
      );
    expect(tokens("runs", "en")).toBe(125_000);
    expect(tokens("runs", "ko")).toBe(200_000);
    expect(tokens("random", "ko")).toBeGreaterThan(333_333);
  });

  it("says how much was not in plain form, and what that would have cost", async () => {
    const { code } = await run("--dataset", ours(OURS.normalize("NFD")), "--out", "mine", "--quiet");
    expect(code).toBe(0);
    const effect = rows("mine").find((row) => row["metric"] === "form_effect" && row["tokenizer"] === "o200k_base");
    expect(Number(effect?.["value"])).toBeGreaterThan(4);
    expect(effect?.["n"]).toBe("2");
    expect(readFileSync(at.path("mine/report.md"), "utf8")).toContain("2 of 4 texts were not in NFC");
  });

  it("says that CP949 was recognised", async () => {
    const { out } = await run("--dataset", `${process.cwd()}/test/fixtures/encodings/cp949.csv`, "--out", "mine");
    expect(out).toContain("cp949.csv was read as CP949.");
  });

  it("says which columns it left out, and that no documents were given", async () => {
    const { out } = await run("--dataset", ours("ko,en,memo\n안녕하세요,Hello,x\n"), "--out", "mine");
    expect(out).toContain("Columns that were left out: memo.");
    expect(out).toContain("No documents were given");
    const documented = await run("--dataset", ours("ko,en,doc\n안녕하세요,Hello,d1\n"), "--out", "mine");
    expect(documented.out).not.toContain("No documents were given");
  });

  it("names targets of a book of one's own that nothing is known of, and takes what is free", async () => {
    const model = (target: string, input: string): object => ({
      target,
      periods: [{ input, output: input }],
      lifecycle: { status: "active" },
      sources: ["s"],
    });
    const book = {
      name: "own",
      title: "Own",
      as_of: "2026-11-24",
      currency: "USD",
      unit: "1M tokens",
      sources: { s: { what: "our contract" } },
      models: [model("local/unheard-of", "1"), model("openai/gpt-4o", "0"), model("openai/gpt-4o-mini", "1")],
    };
    writeFileSync(at.path("own.json"), JSON.stringify(book));
    const { code } = await run(
      "--dataset",
      ours(),
      "--prices",
      "own.json",
      "--krw",
      "1400",
      "--out",
      "mine",
      "--quiet",
    );
    expect(code).toBe(0);
    const report = readFileSync(at.path("mine/report.md"), "utf8");
    expect(report).toContain(
      "Left out, because their tokenizer neither counts here nor has an assumed range: `local/unheard-of`.",
    );
    expect(report).toContain("--prices own.json --krw 1400`");
    const won = rows("mine").find(
      (row) =>
        row["metric"] === "krw_per_1k_ko_chars" &&
        row["target"] === "openai/gpt-4o-mini" &&
        row["condition"] === "input",
    );
    expect(won).toMatchObject({ low: "", high: "", evidence: "published" });
    writeFileSync(
      at.path("own.json"),
      JSON.stringify({ ...book, models: [model("openai/gpt-4o", "1"), model("openai/gpt-4o", "2")] }),
    );
    expect((await run("--prices", "own.json", "--out", "twice")).err).toContain(
      "openai/gpt-4o: the target is listed twice",
    );
  });

  it("takes strange domain names, and refuses hundreds of them", async () => {
    expect((await run("--dataset", ours("ko,en,domain\n안녕,Hi,constructor\n"), "--out", "mine", "--quiet")).code).toBe(
      0,
    );
    const many = Array.from({ length: 201 }, (_, i) => `안녕 ${i},Hi ${i},site${i}.example.com`).join("\n");
    const { code, err } = await run("--dataset", ours(`ko,en,domain\n${many}\n`), "--out", "many");
    expect([code, err]).toEqual([2, expect.stringContaining("has 201 domains; at most 200 can be reported")]);
  });

  it.each([
    ["a bad row", "ko,en\n가,a\n,b\n", "ours.csv:3: ko is empty"],
    ["no rows", "ko,en\n", "holds no pairs"],
    ["a missing column", "korean,en\n가,a\n", 'Did you mean "ko" by "korean"?'],
  ])("names %s, exits 2 and writes nothing", async (_, text, message) => {
    const { code, err } = await run("--dataset", ours(text), "--out", "mine");
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(at.path("mine"))).toBe(false);
    expect(readdirSync(at.path("home"))).toEqual([]);
  });

  it("leaves no file where the report cannot be written, and keeps what was there", async () => {
    ours();
    ours("a file, not a folder", "taken");
    const { code, err } = await run("--dataset", "ours.csv", "--out", "taken");
    expect(code).toBe(1);
    expect(err).toMatch(
      /error\[write\]: The report could not be written to .*taken: a file stands where a folder must be\./,
    );
    expect(readFileSync(at.path("taken"), "utf8")).toBe("a file, not a folder");
    expect(readdirSync(at.folder).sort()).toEqual(["home", "ours.csv", "taken"]);
  });

  it("writes nothing when it is interrupted", async () => {
    const abort = new AbortController();
    abort.abort();
    const { code, err } = await at.cli(["--suite", "korean-tokens", "--out", "mine"], { signal: abort.signal });
    expect(code).toBe(130);
    expect(err).toBe("interrupted: nothing was written. Run the same command to start again.\n");
    expect(existsSync(at.path("mine"))).toBe(false);
  });
});

describe("what was typed wrong", () => {
  it.each([
    [["--siute", "korean-tokens"], "(Did you mean --suite?)"],
    [["--suite", "korean-tokns"], 'There is no suite "korean-tokns". Did you mean "korean-tokens"?'],
    [["korean-tokens"], 'There is no command "korean-tokens". Did you mean --suite korean-tokens?'],
    [["cuont", "가"], 'There is no command "cuont". Did you mean count?'],
    [[], "No suite was named."],
    [["--suite", "korean-tokens", "--target", "openai/gpt4o"], 'Did you mean "openai/gpt-4o"?'],
    [["--suite", "korean-tokens", "--domain", "suport"], 'Did you mean "support"?'],
    [["--suite", "korean-tokens", "--mix", "legl=1"], 'Did you mean "legal"?'],
    [["--suite", "korean-tokens", "--mix", "legal"], '"legal" in --mix is not domain=weight'],
    [["--suite", "korean-tokens", "--mix", "legal=1,legal=2"], '--mix names "legal" twice'],
    [["--suite", "korean-tokens", "--format", "mdd"], 'There is no format "mdd". Did you mean "md"?'],
    [["--suite", "korean-tokens", "--as-of", "2026-02-30"], '"2026-02-30" is not a day.'],
    [["--suite", "korean-tokens", "--prices", "2026-11-23"], 'Did you mean "2026-11-24"?'],
    [["--suite", "korean-tokens", "--krw", "0x10"], "It must be a number above 0."],
    [["--suite", "korean-tokens", "--seed", ""], "It must be a whole number, 0 or more."],
    [["--suite", "korean-tokens", "--out", ""], "--out names no folder."],
    [["--suite", "korean-tokens", "--mix", "legal=1e308,support=1e308"], "gives no weights"],
    [["--suite", "korean-tokens", "--krw", "-1"], "It must be a number above 0."],
    [["--suite", "korean-tokens", "--limit", "0"], "It must be a whole number, 1 or more."],
    [["--suite", "korean-tokens", "--mode", "live"], "asks no model: it takes no --mode live"],
    [["--suite", "korean-tokens", "--ko", "x.txt"], "--ko needs --en beside it."],
    [
      ["--suite", "korean-tokens", "--dataset", "x.csv", "--ko", "x.txt"],
      "--dataset and --ko / --en exclude each other.",
    ],
    [["--suite", "korean-tokens", "--explain", "token_ratio nowhere"], 'No row holds all of "token_ratio nowhere".'],
    [["--suite", "korean-tokens", "--explain", "token_ratio legal"], '11 rows fit "token_ratio legal".'],
    [["--suite", "korean-tokens", "--progress", "loud"], "Allowed choices are auto, tty, plain, json, none."],
  ])("%j", async (args, message) => {
    const { code, out, err } = await at.cli(args);
    expect(err).toContain(message);
    expect(err).toMatch(/^error\[/);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(readdirSync(at.path("home"))).toEqual([]);
  });
});

describe("explaining a figure", () => {
  it("traces a ratio to its token sums, tokenizer and data", async () => {
    const { code, out } = await run("--explain", "token_ratio o200k_base legal");
    expect(code).toBe(0);
    const [ko, en] = [...out.matchAll(/tokens o200k_base legal (?:ko|en) = (\d+) tokens/g)].map((match) =>
      Number(match[1]),
    );
    const ratio = Number(/token_ratio o200k_base legal ko-en = ([\d.]+)/.exec(out)?.[1]);
    expect((ko ?? 0) / (en ?? 1)).toBeCloseTo(ratio, 5);
    expect(out).toContain("counted by gpt-tokenizer 4.0.0");
    expect(out).toMatch(/source: pairs ko-en sha256 [0-9a-f]{12}/);
    expect(readdirSync(at.path("home"))).toEqual([]);
  });

  it("traces a price to its assumption, and says what would make it exact", async () => {
    const { out } = await run("--explain", "usd_per_1k_ko_chars openai/gpt-6-luna input");
    expect(out).toContain("0.4–0.8 tokens per Korean character, assumed on 2026-11-24");
    expect(out).toContain("what would make it exact: ");
    expect(out).toContain("= 0.1 usd/1M tokens, published");
  });

  it("takes the line of measurements.csv", async () => {
    const lines = readFileSync("reports/korean-tokens/measurements.csv", "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes(",token_ratio,") && text.includes("cl100k_base,fiction")) + 1;
    expect((await run("--explain", String(line))).out).toMatch(
      new RegExp(`^line ${line}: token_ratio cl100k_base fiction ko-en = `),
    );
  });
});

describe("flags from the environment", () => {
  it("are read, and a flag wins over them", async () => {
    vi.stubEnv("TOKENWON_FORMAT", "csv");
    await run("--out", "a", "--quiet");
    await run("--out", "b", "--format", "md", "--quiet");
    expect(readdirSync(at.path("a"))).toEqual(["measurements.csv"]);
    expect(readdirSync(at.path("b")).sort()).toEqual(["report.ko.md", "report.md"]);
  });
});
