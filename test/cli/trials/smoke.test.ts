import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { realClock } from "../../../src/cli/live/clock.ts";
import { faster } from "../../../src/cli/simulate/faster.ts";
import { loadSimulator } from "../../../src/cli/simulate/load.ts";
import { type SimulatorServer, serveSimulator } from "../../../src/cli/simulate/server.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import { type Project, project } from "./project.ts";

let place: Project;
let server: SimulatorServer | undefined;
beforeEach(() => {
  place = project();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  place.remove();
});

const TARGETS = ["openai/gpt-4o-mini", "anthropic/claude-3-5-haiku", "google/gemini-1.5-flash"];
const NO_KEYS = { OPENAI_API_KEY: "none", ANTHROPIC_API_KEY: "none", GEMINI_API_KEY: "none" };
const smoke = (...words: readonly string[]): string[] => ["--suite", "smoke", "--out", "out", ...words];

/** The simulator at an address, and the flags that lead three targets there. */
async function atAddress(speed = 20, seed = 3): Promise<string[]> {
  const { simulator } = await loadSimulator(
    { profile: "article-2026-01-29", seed },
    { root: place.root, cwd: place.root },
  );
  const never = (error: unknown): void => {
    throw error;
  };
  const options = { port: 0, host: "127.0.0.1", now: realClock.now, onSent: () => undefined, onFault: never };
  server = await serveSimulator(faster(simulator, speed), options);
  const { url } = server;
  return [
    ...TARGETS.flatMap((target) => ["--target", target]),
    ...[`openai=${url}/v1`, `anthropic=${url}`, `google=${url}`].flatMap((address) => ["--base-url", address]),
  ];
}

const replay = (...words: readonly string[]): string[] => ["--suite", "smoke", "--out", "replayed", ...words];
const placeOf = (line: Attempt): string => `${line["tokenwon.trial"] ?? ""} ${line["tokenwon.attempt"]}`;
const read = (name: string): string => readFileSync(place.path(name), "utf8");
const attempts = (folder = "out"): Attempt[] =>
  read(`${folder}/run/attempts.jsonl`)
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));

describe("out of the box", () => {
  it("the simulator answers, every figure says so, and the same run gives the same bytes", async () => {
    const { code, out } = await place.cli(smoke());
    expect(code).toBe(0);
    expect(out).toMatch(/^Simulated: no provider was called\./);
    const files = [
      "report.md",
      "report.ko.md",
      "measurements.csv",
      "measurements.json",
      "run/attempts.jsonl",
      "run/run.json",
    ];
    const first = files.map((name) => read(`out/${name}`));
    expect(first[0]).toMatch(/^# Simulated: /);
    expect(first[1]).toMatch(/^# 모의 실행: /);
    expect(new Set(attempts().map((line) => line["tokenwon.trial"])).size).toBe(60);
    await place.cli(["--suite", "smoke", "--mode", "simulate", "--out", "out", "--quiet"]);
    // The mode is in the command that the report names; the figures are the same.
    expect(read("out/measurements.csv")).toBe(first[2]);
    expect(read("out/run/attempts.jsonl")).toBe(first[4]);
  });

  it("asks no more than it is told to, in one language, by another seed", async () => {
    const words = ["--target", "openai/*", "--lang", "ko", "--limit", "2", "--repeat", "3", "--seed", "9"];
    const { code } = await place.cli(smoke("--mode", "simulate", ...words));
    expect(code).toBe(0);
    const cases = attempts().map((line) => `${line["tokenwon.target"]} ${line["tokenwon.case"] ?? ""}`);
    expect(cases).toHaveLength(12);
    expect(new Set(cases).size).toBe(4);
    expect(cases.every((name) => name.endsWith(".ko"))).toBe(true);
  });
});

describe("over the network, against a simulator", () => {
  it("is recorded, and replayed without it to the same log each time", async () => {
    const where = await atAddress();
    const recorded = await place.cli(smoke("--mode", "record", "--limit", "4", ...where), { env: NO_KEYS });
    expect(recorded.code).toBe(0);
    const asItWas = attempts();
    // What was paid for is not written over.
    const over = await place.cli(smoke("--mode", "simulate"));
    expect([over.code, attempts()]).toEqual([2, asItWas]);
    expect(over.err).toContain("out/run/attempts.jsonl is the log of another run.");
    await server?.close();
    server = undefined;

    const words = ["--mode", "replay", "--limit", "4", ...TARGETS.flatMap((target) => ["--target", target])];
    const logs: string[] = [];
    for (const _ of [0, 1]) {
      expect((await place.cli(replay(...words))).code).toBe(0);
      logs.push(read("replayed/run/attempts.jsonl"));
    }
    expect(logs[1]).toBe(logs[0]);
    const byTrial = (lines: readonly Attempt[]): Attempt[] =>
      lines.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    expect(byTrial(attempts("replayed"))).toEqual(byTrial(asItWas));
    expect(new Set(attempts("replayed").map((line) => line["tokenwon.evidence"]))).toEqual(new Set(["simulated"]));

    // By hand at the recorded speed: the same again, for people who want to watch.
    await place.cli(replay(...words, "--speed", "1000"));
    expect(read("replayed/run/attempts.jsonl")).toBe(logs[0]);

    expect((await place.cli(["fixtures", "verify"])).code).toBe(0);
    expect((await place.cli(["fixtures", "prune"])).out).toContain("Nothing to remove.");

    // Recorded once more, by a server that fails otherwise: its failures stand there too.
    const other = await atAddress(20, 11);
    await place.cli(["--suite", "smoke", "--mode", "record", "--limit", "4", "--out", "more", ...other], {
      env: NO_KEYS,
    });
    await place.cli(replay(...words));
    expect(byTrial(attempts("replayed"))).toEqual(byTrial(attempts("more")));
    expect(attempts("more").some((line) => line["error.type"] !== undefined)).toBe(true);
  });

  it("a changed prompt is not answered: exit 5, the nearest recording and the field", async () => {
    const where = await atAddress();
    await place.cli(smoke("--mode", "record", "--limit", "2", ...where), { env: NO_KEYS });
    const prompts = join(place.root, "datasets", "prompts", "smoke.jsonl");
    writeFileSync(prompts, readFileSync(prompts, "utf8").replace("운동화", "등산화"));
    const before = existsSync(place.path("again"));
    const { code, err } = await place.cli([
      ...["--suite", "smoke", "--mode", "replay", "--limit", "2", "--out", "again"],
      ...TARGETS.flatMap((target) => ["--target", target]),
    ]);
    expect(code).toBe(5);
    expect(err).toContain(
      "openai/gpt-4o-mini refund.ko 1: nearest is openai/gpt-4o-mini refund.ko 1, but messages[1].content differs",
    );
    expect(err).toMatch(/recorded: .*운동화/);
    expect(err).toMatch(/asked: {4}.*등산화/);
    expect(existsSync(place.path("again"))).toBe(before);
  });

  it("a live run is graded simulated everywhere", async () => {
    const where = await atAddress();
    const { code, out } = await place.cli(smoke("--mode", "live", "--json", ...where), { env: NO_KEYS });
    expect([0, 4]).toContain(code);
    expect(JSON.parse(out)).toMatchObject({ mode: "live", evidence: "simulated", asked: 30 });
    expect(new Set(attempts().map((line) => line["tokenwon.evidence"]))).toEqual(new Set(["simulated"]));
    expect(read("out/report.md")).toMatch(/^# Simulated: /);
    const [head = "", ...rows] = read("out/measurements.csv").trimEnd().split("\n");
    const at = head.replace(/\r$/, "").split(",").indexOf("evidence");
    expect(at).toBeGreaterThan(0);
    expect(
      new Set((JSON.parse(read("out/measurements.json")) as { evidence: string }[]).map(({ evidence }) => evidence)),
    ).toEqual(new Set(["simulated"]));
    expect(rows.length).toBeGreaterThan(20);
  });

  it("a target that never answers is exit 4, with everything written first", async () => {
    const where = await atAddress();
    const stray = [...where, "--target", "openai/gpt-none"];
    const { code, err } = await place.cli(smoke("--mode", "live", "--limit", "2", ...stray), { env: NO_KEYS });
    expect(code).toBe(4);
    expect(err).toMatch(
      /^8 requests: at most \$0\.0\d+ at the prices of 2026-11-24; up to 3 times .*; nobody here knows what openai\/gpt-none costs\./,
    );
    expect(err).toContain("2 of 8 trials are left: a target was given up.");
    expect(err).toContain("openai/gpt-none: 2 left, given up: not-found");
    expect(existsSync(place.path("out/report.md"))).toBe(true);
    // Asked once: no further question would have mended it.
    expect(attempts().filter((line) => line["tokenwon.target"] === "openai/gpt-none").length).toBeLessThan(3);
  });

  it("Ctrl-C keeps what came, and says where", async () => {
    const where = await atAddress(6);
    const stop = new AbortController();
    let seen = 0;
    const stderr = {
      isTTY: false,
      write: (text: string) => {
        if (text.startsWith("asked") && ++seen === 1) stop.abort(new Error("Ctrl-C"));
        return true;
      },
    };
    const { code } = await place.cli(smoke("--mode", "record", "--progress", "plain", ...where), {
      env: NO_KEYS,
      signal: stop.signal,
      stderr,
    });
    expect(code).toBe(130);
    const kept = attempts().length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(30);
    expect((await place.cli(["fixtures", "verify"])).code).toBe(0);
  });
});

describe("recordings that are not all there", () => {
  it("are told by --mode replay, and passed over without a mode", async () => {
    const where = await atAddress();
    await place.cli(smoke("--mode", "record", "--limit", "4", ...where), { env: NO_KEYS });
    const lacking = await place.cli(["--suite", "smoke", "--mode", "replay", "--limit", "4", "--out", "a"]);
    expect(lacking.code).toBe(5);
    expect(lacking.err).toContain("There is no recording of openai/gpt-4o for smoke");
    const partly = await place.cli([
      "--suite",
      "smoke",
      "--mode",
      "replay",
      "--target",
      TARGETS[0] ?? "",
      "--out",
      "a",
    ]);
    expect(partly.code).toBe(5);
    expect(partly.err).toContain("do not answer 6 requests");
    const automatic = await place.cli(["--suite", "smoke", "--out", "b"]);
    expect(automatic.code).toBe(0);
    expect(automatic.err).toMatch(/^note: of anthropic\/claude-3-5-haiku, .* only a part is recorded/);
    expect(attempts("b").every((line) => line["server.address"] === "simulator.invalid")).toBe(true);
  });
});

describe("refused before anything is asked", () => {
  it.each([
    [["--mode", "live"], 2, "no target says whom"],
    [["--mode", "record", "--target", "openai/gpt-4o"], 2, "There is no key for OpenAI"],
    [["--mode", "replay"], 5, "There are no recordings of smoke"],
    [["--mode", "replay", "--target", "openai/gpt-4o"], 5, "There is no recording of openai/gpt-4o"],
    [["--mode", "rpelay"], 2, 'Did you mean "replay"'],
    [["--mode", "simulate", "--target", "openai/gpt-4p"], 2, 'Did you mean "openai/gpt-4o"'],
    [["--target", "local/llama"], 2, "neither a recording nor a profile"],
    [["--keys", ".env"], 2, "--keys has no meaning in --mode simulate"],
    [["--mode", "live", "--target", "openai/gpt-4o", "--speed", "2"], 2, "--speed has no meaning in --mode live"],
    [["--dataset", "x.csv"], 2, "takes no --dataset"],
    [["--profile", "nobody"], 2, 'There is no book of profiles "nobody"'],
  ])("%j", async (words, code, part) => {
    const run = await place.cli(smoke(...words));
    expect(run.err).toContain(part);
    expect(run.code).toBe(code);
    expect(existsSync(place.path("out"))).toBe(false);
  });

  it("flags of suites that ask, for one that counts", async () => {
    const { code, err } = await place.cli(["--suite", "korean-tokens", "--mode", "live", "--out", "out"]);
    expect(code).toBe(2);
    expect(err).toContain("asks no model: it takes no --mode live");
  });
});
