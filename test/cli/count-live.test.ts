import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { committedTexts } from "../../src/dataset/committed-texts.ts";
import { LiveCounts } from "../../src/tokenize/live-counts.ts";
import { textKey } from "../../src/tokenize/recorded.ts";
import type { Behaviour, TestServer } from "../transport/server.ts";
import { countServer, o200k, textIn } from "./count-server.ts";
import { type CliRun, workplace } from "./run-cli.ts";

const KEY = "sk-ant-planted-0123456789abcdefghij";
const OVERHEAD = 7;
const CLAUDE = "anthropic/claude-sonnet-5-5";
const SENTENCE = "환불은 영업일 기준 3일 안에 됩니다.";

const at = workplace();
afterAll(at.remove);
const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Partial<Parameters<typeof countServer>[0]> = {}): Promise<TestServer> {
  const server = await countServer({ overhead: OVERHEAD, key: KEY, ...options });
  servers.push(server);
  return server;
}

/** A project of its own to record into: data copied, code as it stands. */
function project(name: string): string {
  const root = at.path(name);
  mkdirSync(root);
  for (const part of ["datasets", "evals"]) cpSync(part, join(root, part), { recursive: true });
  for (const part of ["src", "node_modules"]) symlinkSync(resolve(part), join(root, part));
  return root;
}

const env = { ANTHROPIC_API_KEY: KEY, GEMINI_API_KEY: KEY };
const live = (...args: string[]): string[] => ["count", "--mode", "live", ...args];
const committed = (server: TestServer, ...args: string[]): string[] =>
  live("--committed", "--target", CLAUDE, "--base-url", `anthropic=${server.url}`, ...args);
const fileIn = (root: string): string => join(root, "datasets/counts/live/claude-4.7.json");
const recorded = (root: string): LiveCounts => LiveCounts.parse(JSON.parse(readFileSync(fileIn(root), "utf8")));
const texts = await committedTexts("datasets");

/** Neither what was printed nor any file below a folder holds the key. */
function expectNoKey({ out, err }: CliRun, folder: string): void {
  expect(out + err).not.toContain(KEY);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes("pairs")) continue;
    expect(readFileSync(join(entry.parentPath, entry.name), "utf8").includes(KEY), entry.name).toBe(false);
  }
}

describe("count TEXT --mode live", () => {
  it("prints the text's tokens by each endpoint, without what it adds, beside the offline ones", async () => {
    const server = await start();
    const urls = ["--base-url", `anthropic=${server.url}`, "--base-url", `google=${server.url}`];
    const args = live(SENTENCE, "--target", CLAUDE, "--target", "google/gemini-3.5-flash", ...urls);
    const { code, out, err } = await at.cli(args, { env });
    expect([code, err]).toEqual([0, ""]);
    const tokens = String(o200k(SENTENCE));
    expect(out).toMatch(new RegExp(`^anthropic/claude-sonnet-5-5 +${tokens} +7 +— +claude-4\\.7 +live$`, "m"));
    expect(out).toMatch(new RegExp(`^google/gemini-3\\.5-flash +${tokens} +7 +— +gemini-3\\.1 +live$`, "m"));
    expect(out).toMatch(new RegExp(`^o200k_base +${tokens} `, "m"));
    expect(out).toContain("Counting is free of charge by Anthropic's and Google's pages");
    expect(out).not.toContain(KEY);
  });

  it("takes a pattern, gives JSON, and grades what a simulator says as simulated", async () => {
    const server = await start({ simulated: true });
    const args = live(
      SENTENCE,
      "--target",
      "anthropic/claude-*-5-5",
      "--base-url",
      `anthropic=${server.url}`,
      "--json",
    );
    const { code, out } = await at.cli(args, { env });
    const { targets } = JSON.parse(out) as { targets: { target: string; tokens: number; evidence: string }[] };
    expect(code).toBe(0);
    expect(targets.length).toBeGreaterThan(1);
    for (const each of targets) expect(each).toMatchObject({ tokens: o200k(SENTENCE), evidence: "simulated" });
  });

  it.each([
    [[SENTENCE], 2, "Counting live asks vendors, and no target says whom."],
    [[SENTENCE, "--target", "local/llama3.1"], 2, "local/llama3.1 cannot be counted live: a local server that"],
    [[SENTENCE, "--target", CLAUDE], 2, "There is no key for Anthropic"],
    [[SENTENCE, "--target", "anthropic/no-*"], 2, "that answers on 2026-11-24 is"],
    [[SENTENCE, "--committed", "--target", CLAUDE], 2, "takes no text of its own"],
    [[SENTENCE, "--limit", "3", "--target", CLAUDE], 2, "--limit is for --committed"],
  ])("refuses %j in one sentence", async (args, code, sentence) => {
    const run = await at.cli(live(...args));
    expect([run.code, run.err]).toEqual([code, expect.stringContaining(sentence)]);
  });

  it("names every target that did not answer, after those that did", async () => {
    const server = await start({ instead: (_, index) => (index === 0 ? { does: "answer", status: 500 } : undefined) });
    const args = live(SENTENCE, "--target", CLAUDE, "--target", "anthropic/claude-opus-5-5", "--base-url");
    const { code, out, err } = await at.cli([...args, `anthropic=${server.url}`], { env });
    expect(code).toBe(4);
    expect(out).toMatch(/^anthropic\/claude-opus-5-5 /m);
    expect(err).toMatch(/did not answer for anthropic\/claude-sonnet-5-5 \(HTTP 500\)/);
  });

  it("takes off nothing where what is added is not constant", async () => {
    const merged: Behaviour = { does: "answer", status: 200, body: JSON.stringify({ input_tokens: OVERHEAD }) };
    const server = await start({ instead: (text) => (text === "7" ? merged : undefined) });
    const args = live(SENTENCE, "--target", CLAUDE, "--base-url", `anthropic=${server.url}`);
    const { code, err } = await at.cli(args, { env });
    expect([code, err]).toEqual([4, expect.stringContaining('"7" is answered with 7 tokens')]);
  });
});

describe("count --mode live --committed", () => {
  it("records every text with the wrapper beside it, and the reports take them as live", {
    timeout: 120_000,
  }, async () => {
    const root = project("whole");
    const server = await start();
    const first = await at.cli(committed(server), { env, root });
    expect([first.code, first.err]).toEqual([0, ""]);
    const file = recorded(root);
    expect(file).toMatchObject({ tokenizer: "claude-4.7", model: CLAUDE, overhead_tokens: OVERHEAD });
    expect(file.endpoint).toBe(`POST ${server.url.replace("http://", "")}/v1/messages/count_tokens`);
    expect(file.counts).toEqual(Object.fromEntries(texts.map((text) => [textKey(text), o200k(text) + OVERHEAD])));

    const asked = server.requests.length;
    expect(asked).toBe(texts.length + 4);
    const again = await at.cli(committed(server), { env, root });
    expect([again.code, server.requests.length]).toEqual([0, asked]);
    expect(again.out).toMatch(/^0 texts were counted/);

    const out = at.path("whole-report");
    const run = await at.cli(["--suite", "korean-tokens", "--out", out], { root });
    expect([run.code, run.err]).toEqual([0, ""]);
    const rows = readFileSync(join(out, "measurements.csv"), "utf8").split("\n");
    const own = rows.filter((row) => row.includes(",claude-4.7,"));
    expect(own.filter((row) => row.includes(",tokens,") || row.includes(",token_ratio,")).length).toBeGreaterThan(10);
    expect(own.some((row) => row.includes(`usd_per_1k_ko_chars,usd/1k chars,${CLAUDE},`))).toBe(true);
    // Ranks and won rest on other targets and on the rate as well.
    const alone = own.filter((row) => !/,(price_rank|cost_rank|krw_per_1k_ko_chars|usd_per_mtok),/.test(row));
    expect(alone.filter((row) => !row.includes(",live,"))).toEqual([]);
    const of = (id: string): string | undefined =>
      rows.find((row) => row.includes(`token_ratio,ratio,,${id},all,`))?.split(",")[8];
    expect(of("claude-4.7")).toBe(of("o200k_base"));
    const report = readFileSync(join(out, "report.md"), "utf8");
    expect(report).toContain("10 more are counted live, by the vendor's own endpoint.");
    expect(report).toContain(`live count of ${CLAUDE} on ${file.recorded}`);
    expect(report).toMatch(/^\| `anthropic\/claude-sonnet-5-5` .* \| live \|/m);
    expect(readFileSync(join(out, "report.ko.md"), "utf8")).toMatch(
      /^\| `anthropic\/claude-sonnet-5-5` .* \| 실측 \|/m,
    );

    const cost = await at.cli(["cost", "--out", at.path("whole-cost")], { root });
    expect(cost.code).toBe(0);
    expect(readFileSync(join(at.path("whole-cost"), "measurements.csv"), "utf8")).toMatch(
      /usd_per_month,usd\/month,anthropic\/claude-sonnet-5-5,claude-4\.7,all,ko,support:total,[\d.]+,[\d.]+,[\d.]+,0\.95,,,live,/,
    );
    expect(readFileSync(join(at.path("whole-cost"), "report.md"), "utf8")).toContain(
      `graded live: claude-4.7 on ${CLAUDE}, `,
    );
    const claims = await at.cli(["--suite", "article-claims", "--out", at.path("whole-claims")], { root });
    expect(claims.code).toBe(0);
    expect(readFileSync(join(at.path("whole-claims"), "report.md"), "utf8")).toContain("claude-4.7");

    const valid = await at.cli(["validate"], { root });
    expect(valid.out).toMatch(/^ok {4}live counts claude-4\.7: (\d+) of \1 texts by anthropic\/claude-sonnet-5-5 on /m);
    for (const each of [first, again, run, cost, valid]) expectNoKey(each, join(root, "datasets"));
  });

  it("goes on after a server that died, asks only the rest, and names what is missing until then", async () => {
    const root = project("died");
    const dying = await start({ instead: (_, i) => (i >= 64 ? { does: "hang-up", how: "reset" } : undefined) });
    const first = await at.cli(committed(dying), { env, root });
    expect(first.code).toBe(4);
    expect(first.err).toMatch(/^error\[incomplete\]: .* did not answer/);
    expect(first.err).toMatch(/60 of \d+ texts are recorded in datasets\/counts\/live\/claude-4\.7\.json/);
    expect(Object.keys(recorded(root).counts)).toHaveLength(60);

    const args = ["--suite", "korean-tokens", "--format", "csv", "--out", at.path("died-report"), "--json"];
    const { out } = await at.cli(args, { root });
    const { not_counted: left } = JSON.parse(out) as { not_counted: { tokenizer: string; why: string }[] };
    expect(left.map(({ tokenizer }) => tokenizer)).toEqual(["claude-4.7"]);
    expect(left[0]?.why).toMatch(/lacks \d+ of \d+ texts: .*--committed/);
    const csv = readFileSync(join(at.path("died-report"), "measurements.csv"), "utf8");
    expect(csv).toMatch(/usd_per_1k_ko_chars,usd\/1k chars,anthropic\/claude-sonnet-5-5,.*,assumed,/);

    expect((await at.cli(["cost", "--out", at.path("died-cost"), "--quiet"], { root })).err).toMatch(
      /^note: claude-4\.7 was not counted: .* lacks /,
    );

    const server = await start();
    const second = await at.cli(committed(server, "--limit", "40"), { env, root });
    expect(second.out).toMatch(/^40 texts were counted .* 100 of \d+ are recorded/);
    const before = new Set(dying.requests.slice(0, 64).map(textIn));
    const [probe, ...asked] = server.requests.map(textIn);
    expect([probe, asked.length, asked.filter((text) => before.has(text))]).toEqual(["a", 40, []]);
    const valid = await at.cli(["validate"], { root });
    expect(valid.out).toMatch(
      /live counts claude-4\.7: 100 of \d+ texts .*; in no report that counts one of the others/,
    );
  });

  it("waits where it is told to and goes on", async () => {
    const root = project("waits");
    const busy: Behaviour = { does: "answer", status: 429, headers: { "retry-after-ms": "20" }, body: "{}" };
    const server = await start({ instead: (_, i) => (i === 2 || i === 9 ? busy : undefined) });
    const { code, out, err } = await at.cli(committed(server, "--limit", "12"), { env, root });
    expect([code, server.requests.length]).toEqual([0, 4 + 12 + 2]);
    expect(out).toMatch(/^12 texts were counted/);
    expect(err.match(/The vendor asks to wait 1 s\./g)).toHaveLength(2);
  });

  it("keeps what came before Ctrl-C", async () => {
    const root = project("stopped");
    const stop = new AbortController();
    const server = await start({
      instead: (_, i) => {
        if (i === 75) stop.abort();
        return i >= 75 ? { does: "no-headers" } : undefined;
      },
    });
    const { code, err } = await at.cli(committed(server), { env, root, signal: stop.signal });
    expect(code).toBe(130);
    const kept = Object.keys(recorded(root).counts).length;
    expect(kept).toBeGreaterThanOrEqual(68);
    expect(err).toMatch(new RegExp(`^interrupted: ${kept} of \\d+ texts are recorded in .* Run the same command`, "m"));
    expect(readdirSync(join(root, "datasets/counts/live"))).toEqual(["claude-4.7.json"]);
  });

  it("records nothing with a wrong key, which it does not print", async () => {
    const root = project("key");
    const server = await start({ key: "another" });
    const run = await at.cli(committed(server), { env, root });
    expect(run.code).toBe(4);
    expect(run.err).toMatch(/HTTP 401\).*auth.*\n.*nothing was recorded.*\n.*fix: Check ANTHROPIC_API_KEY/);
    expect(existsSync(fileIn(root))).toBe(false);
    expectNoKey(run, join(root, "datasets"));
  });

  it("marks what a simulator counted, which no report uses, and starts anew with the vendor", async () => {
    const root = project("simulated");
    const simulator = await start({ simulated: true });
    const first = await at.cli(committed(simulator), { env, root });
    expect([first.code, recorded(root).simulated]).toEqual([0, true]);
    expect(first.out).toContain("A simulator answered: no report uses these counts.");
    const args = ["--suite", "korean-tokens", "--format", "csv", "--out", at.path("simulated-report"), "--json"];
    expect((await at.cli(args, { root })).out).toContain("holds what a simulator counted");
    expect(readFileSync(join(at.path("simulated-report"), "measurements.csv"), "utf8")).not.toContain(",simulated,");

    const vendor = await start({ overhead: 9 });
    await at.cli(committed(vendor, "--limit", "5"), { env, root });
    expect(recorded(root)).toMatchObject({ overhead_tokens: 9, model: CLAUDE });
    expect([recorded(root).simulated, Object.keys(recorded(root).counts).length]).toEqual([undefined, 5]);
    const refused = await at.cli(committed(simulator), { env, root });
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining("A simulator answers for")]);
  });

  it("refuses to mix models, or counts of two kinds of wrapper", async () => {
    const root = project("mixed");
    const server = await start();
    await at.cli(committed(server, "--limit", "5"), { env, root });
    const other = ["--target", "anthropic/claude-opus-5-5", "--base-url", `anthropic=${server.url}`];
    const model = await at.cli(live("--committed", ...other), { env, root });
    expect([model.code, model.err]).toEqual([2, expect.stringContaining(`holds counts of ${CLAUDE}, not of`)]);
    const changed = await at.cli(committed(await start({ overhead: 8 })), { env, root });
    expect([changed.code, changed.err]).toEqual([4, expect.stringContaining("now adds 8 tokens around a message")]);
    expect(Object.keys(recorded(root).counts)).toHaveLength(5);
    const exact = await at.cli(live("--committed", "--target", "google/gemini-2.5-flash"), { env, root });
    expect([exact.code, exact.err]).toEqual([2, expect.stringContaining("its tokenizer gemma3 counts exactly")]);
  });

  it("tells a broken file from one that is not there", async () => {
    const root = project("broken");
    mkdirSync(join(root, "datasets/counts/live"));
    writeFileSync(fileIn(root), '{"tokenizer":"claude-4.7","counts":{}}');
    const valid = await at.cli(["validate"], { root });
    expect(valid.out).toMatch(/wrong live counts claude-4\.7: .* does not hold live counts of the tokenizer/);
    const run = await at.cli(["--suite", "korean-tokens", "--out", at.path("broken-report")], { root });
    expect([run.code, run.err]).toEqual([2, expect.stringContaining("datasets/counts/live/claude-4.7.json")]);
  });
});
