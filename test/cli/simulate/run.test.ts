import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sent } from "../../../src/cli/simulate/sent.ts";
import { type CliRun, type Workplace, workplace } from "../run-cli.ts";
import { OURS, PROFILE, type Use, untilCtrlC } from "./running.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
  writeFileSync(at.path("ours.json"), JSON.stringify(OURS));
});
afterEach(() => {
  at.remove();
});

/** The command on the fast profile, until `use` is through with its address. */
const running = (args: readonly string[], use: Use, by?: "itself" | "Ctrl-C"): Promise<CliRun> =>
  untilCtrlC(at, ["--profile", "ours.json", ...args], use, by);

const QUESTION = JSON.stringify({
  model: "gpt-4o",
  stream: true,
  messages: [{ role: "user", content: "환불은 며칠 걸리나요?" }],
});

/** Asks as an SDK does. */
const ask = async (url: string, body = QUESTION): Promise<Response> => {
  const response = await fetch(`${url}/v1/chat/completions`, { method: "POST", body });
  await response.text();
  return response;
};

describe("simulate", () => {
  it("serves until Ctrl-C, which is its normal end, and tells every request once", async () => {
    const { code, out, err } = await running([], async (url) => {
      const { status, headers } = await ask(url);
      expect([status, headers.get("x-tokenwon-simulated")]).toEqual([200, "1"]);
    });
    const url = /http:\S+:\d+/.exec(out)?.[0] ?? "";
    expect(code).toBe(0);
    for (const line of [
      "Profile ours: a fast one",
      `  export OPENAI_BASE_URL=${url}/v1`,
      `  export ANTHROPIC_BASE_URL=${url}`,
      `  export GOOGLE_GEMINI_BASE_URL=${url}`,
      `  OPENAI_API_KEY=none npm run eval -- ask "안녕" --target openai/gpt-4o --base-url openai=${url}/v1`,
    ])
      expect(out.split("\n")).toContain(line);
    expect(out).toMatch(/^openai\/gpt-4o +openai +4 ms +5000 tokens\/s$/m);
    expect(out).toContain("nothing of it is a measurement");
    expect(err.split("\n")).toEqual([
      expect.stringMatching(
        /^simulated #1 POST \/v1\/chat\/completions gpt-4o: 200 · first byte after \d+ ms · \d+ ms in all · [\d,]+ bytes · to its end$/,
      ),
      "stopped: 1 request answered (1 to its end), all simulated",
      "",
    ]);
  });

  it("--json prints the address alone, --quiet no line for a request", async () => {
    const { out, err } = await running(["--json", "--quiet"], (url) => ask(url));
    const { url, port } = JSON.parse(out) as { readonly url: string; readonly port: number };
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(err).toBe("stopped: 1 request answered (1 to its end), all simulated\n");
  });

  it("--log appends when everything was sent; --speed divides the plan", async () => {
    const run = (speed: string): Promise<CliRun> =>
      running(["--log", "runs/sent.jsonl", "--speed", speed, "--seed", "7"], (url) => ask(url));
    await run("1");
    await run("2");
    const lines = readFileSync(at.path("runs/sent.jsonl"), "utf8").trim().split("\n");
    const took = lines.map((line) => {
      const sent = JSON.parse(line) as Sent;
      expect(sent).toMatchObject({
        simulated: true,
        index: 1,
        path: "/v1/chat/completions",
        status: 200,
        ended: "eof",
      });
      expect(line).not.toContain("환불");
      return (sent.planned_end_ms ?? Number.NaN) - sent.arrived_ms;
    });
    expect(took).toHaveLength(2);
    expect(took[1]).toBeCloseTo((took[0] ?? Number.NaN) / 2, 2);
  });

  it("a name from outside makes no line of its own on the screen", async () => {
    const { err } = await running([], (url) => {
      return ask(url, JSON.stringify({ model: "gpt\u001b[2J\nsimulated #2" }));
    });
    expect(err).toContain("gpt[2J simulated #2: ");
    expect(err.split("\n")).toHaveLength(3);
  });
});

describe("what is a mistake says so in a sentence, and how to mend it", () => {
  it("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { readonly port: number };
    const { code, err } = await at.cli(["simulate", "--profile", "ours.json", "--port", String(port)]);
    other.close();
    expect([code, err]).toEqual([
      2,
      `error[usage]: Port ${port} is in use at 127.0.0.1.\n  fix: Give another with --port, or --port 0 for any free one.\n`,
    ]);
  });

  it.each([
    // TEST-NET-1: of no machine.
    [["--host", "192.0.2.1"], 2, 'This machine has no address "192.0.2.1".'],
    [["--host", ""], 2, "It must be an address or a name."],
    [["--port", "65536"], 2, "It must be a whole number, from 0 to 65535."],
    [["--speed", "0"], 2, "It must be a number above 0."],
    [["--log", "ours.json/sent.jsonl"], 1, "The log ours.json/sent.jsonl cannot be written: "],
    [["--profile", "counts-strangely.json"], 2, 'The profile of openai/gpt-4o counts by "gemma3"'],
  ])("%j", async (args, exit, words) => {
    const strange = { ...OURS, profiles: [{ ...PROFILE, tokenizer: "gemma3" }] };
    writeFileSync(at.path("counts-strangely.json"), JSON.stringify(strange));
    const { code, out, err } = await at.cli(["simulate", "--profile", "ours.json", "--port", "0", ...args]);
    expect([code, out]).toEqual([exit, ""]);
    expect(err).toContain(words);
    expect(err).toContain("fix: ");
  });

  it.each([
    ["itself", 1, "error[write]: "],
    ["Ctrl-C", 130, "interrupted: "],
  ] as const)("a disk that is full when it is ended by %s", async (by, exit, begins) => {
    const { code, err } = await running(["--log", "/dev/full", "--quiet"], (url) => ask(url), by);
    expect(code).toBe(exit);
    expect(err).toContain(`${begins}The log /dev/full cannot be written: the disk is full.`);
  });

  it("the help says that it spends nothing and how it ends", async () => {
    const { code, out } = await at.cli(["simulate", "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("It spends nothing, checks no key and calls nobody.");
    expect(out).toContain("Ctrl-C ends it, with exit code 0.");
  });
});
