import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { realClock } from "../../../src/cli/live/clock.ts";
import { readBook } from "../../../src/cli/read-books.ts";
import { faster } from "../../../src/cli/simulate/faster.ts";
import { loadSimulator } from "../../../src/cli/simulate/load.ts";
import { serveSimulator } from "../../../src/cli/simulate/server.ts";
import { bill } from "../../../src/cost/bill.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import { Day } from "../../../src/domain/date.ts";
import type { Exchange } from "../../../src/domain/exchange.ts";
import { servedOn } from "../../../src/domain/price/book.ts";
import type { Simulator } from "../../../src/domain/simulator.ts";
import { usage } from "../../../src/domain/usage.ts";
import { loadCounter } from "../../../src/tokenize/counter.ts";
import { spoken } from "../../contract/wires.ts";
import { type Behaviour, serve } from "../../transport/server.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { writeProfile } from "./profile.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
  writeProfile(at.path("frail.json"));
});
afterEach(() => {
  at.remove();
});

const env = { OPENAI_API_KEY: "none", ANTHROPIC_API_KEY: "none" };
const log = (out: string): Attempt[] =>
  readFileSync(at.path(`${out}/run/attempts.jsonl`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));

/** What the answers of a simulator cost, by what it sent: the usage that it told, or the tokens of what it was asked and sent. */
async function billOf(exchanges: readonly { readonly body: string; readonly exchange: Exchange }[]): Promise<number> {
  const root = process.cwd();
  const book = await readBook("2026-11-24", { root, cwd: root });
  const count = await loadCounter("o200k_base");
  const day = Day.parse("2026-11-24");
  const model = servedOn(book, "openai/gpt-4o-mini", day);
  if (model === undefined) throw new Error("no price");
  let usd = 0;
  for (const { body, exchange } of exchanges) {
    if (exchange.head === undefined || exchange.head.status >= 400) continue;
    const text = Buffer.concat(exchange.reads.map(({ bytes }) => bytes)).toString();
    const told = /"prompt_tokens":(\d+),"completion_tokens":(\d+)/.exec(text);
    const words = [...text.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, word = ""]) => word).join("");
    const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly content: string }[] };
    const asked = messages.reduce((sum, { content }) => sum + count(content) + 5, 0);
    const [input, output] = told === null ? [asked, count(words)] : [Number(told[1]), Number(told[2])];
    usd += bill(usage({ fresh_input: input, visible_output: output }), model, { day }).usd.toNumber();
  }
  return usd;
}

describe("a budget in dollars", () => {
  it.each([[["--concurrency", "4"]], [["--concurrency", "50"]], [["--rate", "400", "--concurrency", "50"]]])(
    "is never passed on the simulator's bill: %j",
    async (load) => {
      const { simulator } = await loadSimulator(
        { profile: at.path("frail.json"), seed: 3 },
        { root: process.cwd(), cwd: at.folder },
      );
      const made: { body: string; exchange: Exchange }[] = [];
      const billed: Simulator = {
        answer: (request) => {
          const exchange = simulator.answer(request);
          made.push({ body: request.body, exchange });
          return exchange;
        },
      };
      const never = (error: unknown): void => {
        throw error;
      };
      const server = await serveSimulator(faster(billed, 50), {
        port: 0,
        host: "127.0.0.1",
        now: realClock.now,
        onSent: () => undefined,
        onFault: never,
      });
      const words = ["--suite", "smoke", "--mode", "live", "--target", "openai/gpt-4o-mini", "--out", "out"];
      const where = ["--base-url", `openai=${server.url}/v1`, "--trials", "2000", "--budget-usd", "0.01", ...load];
      const { code, err } = await at.cli([...words, ...where], { env });
      await server.close();
      expect([code, err]).toEqual([4, expect.stringContaining("the budget of $0.01 has no room")]);
      const usd = await billOf(made);
      expect(usd).toBeLessThanOrEqual(0.01);
      // What broke off counts as the most that it can have cost, so that not all of it is used.
      expect(usd).toBeGreaterThan(0.003);
      expect(err).toMatch(/--budget-usd 0\.02 .*--resume smoke-/);
    },
  );

  it("needs prices", async () => {
    const words = [
      "--suite",
      "smoke",
      "--mode",
      "live",
      "--target",
      "local/llama",
      "--budget-usd",
      "1",
      "--out",
      "out",
    ];
    const { code, err } = await at.cli(words);
    expect([code, err]).toEqual([2, expect.stringContaining("needs prices, and local/llama has none")]);
  });

  it("in tokens is kept too, and counts on when the run goes on", async () => {
    const words = [
      "--suite",
      "smoke",
      "--mode",
      "simulate",
      "--profile",
      "frail.json",
      "--trials",
      "100",
      "--out",
      "out",
    ];
    const first = await at.cli([...words, "--budget-tokens", "8000"]);
    expect([first.code, first.err]).toEqual([4, expect.stringContaining("the budget of 8,000 tokens has no room")]);
    const asked = log("out").length;
    const again = await at.cli([...words, "--budget-tokens", "8000", "--resume"]);
    expect([again.code, log("out").length]).toEqual([4, asked]);
    expect((await at.cli([...words, "--resume"])).code).toBe(0);
  });
});

describe("refusals by the server", () => {
  it("are counted, asked again and waited for as the server's own log has it, and are in no latency", async () => {
    const chat = spoken("openai chat");
    const seen = new Map<string, { readonly at: number; readonly refused: boolean }[]>();
    const server = await serve(({ body }): Behaviour => {
      const before = seen.get(body) ?? [];
      // One of ten is refused at first, and some of those a second time.
      const refused = before.length === 0 ? seen.size % 10 === 3 : before.length === 1 && seen.size % 3 === 0;
      seen.set(body, [...before, { at: performance.now(), refused }]);
      const error = JSON.stringify({ error: { message: "slow down", code: "rate_limit_exceeded" } });
      if (refused) return { does: "answer", status: 429, headers: { "retry-after-ms": "400" }, body: error };
      return { does: "stream", frames: chat.wire.frames };
    });
    // Every model asks its own ten requests, so that the server tells them apart.
    const models = Array.from({ length: 12 }, (_, i) => ["--target", `local/m${i}`]).flat();
    const words = ["--suite", "smoke", "--mode", "live", "--base-url", `local=${server.url}/v1`, "--out", "out"];
    const { code } = await at.cli([...words, ...models, "--concurrency", "8"]);
    await server.close();
    expect(code).toBe(0);
    const lines = log("out");
    const all = [...seen.values()];
    const firsts = all.filter(([first]) => first?.refused === true).length;
    expect(all).toHaveLength(120);
    expect(firsts).toBe(12);
    expect(lines.filter((line) => line["tokenwon.attempt"] === 1 && line["error.type"] === "rate-limit")).toHaveLength(
      firsts,
    );
    const retries = lines.filter((line) => line["tokenwon.attempt"] > 1);
    expect(retries).toHaveLength(all.reduce((sum, { length }) => sum + length - 1, 0));
    const waitedThere = all.flatMap((each) => each.slice(1).map(({ at: next }, i) => next - (each[i]?.at ?? 0)));
    const waitedHere = retries.map((line) => (line["tokenwon.backoff_ms"] ?? 0) + (line["tokenwon.queued_ms"] ?? 0));
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    // The server counts from the arrival that it refused: the refusal's own way lies between.
    const refusals = lines.filter((line) => line["error.type"] !== undefined);
    const here = sum(waitedHere) + sum(refusals.map((line) => line["tokenwon.end_ms"]));
    expect(Math.abs(sum(waitedThere) - here)).toBeLessThan(25 * retries.length);
    expect(sum(waitedHere)).toBeGreaterThanOrEqual(400 * retries.length);
    for (const line of retries) {
      expect(line["tokenwon.backoff_why"]).toBe("hint");
      if (line["error.type"] === undefined) expect(line["tokenwon.e2e_ms"]).toBeLessThan(400);
    }
    const events = readFileSync(at.path("out/run/events.jsonl"), "utf8");
    expect(events).toMatch(/"event":"limit".*"why":"rate-limit"/);
    const measured = readFileSync(at.path("out/measurements.csv"), "utf8").split("\n");
    const column = (metric: string): number[] =>
      measured.flatMap((row) => (row.split(",")[1] === metric ? [Number(row.split(",")[8])] : []));
    expect(sum(column("retries"))).toBe(retries.length);
    expect(sum(column("failures"))).toBe(firsts);
    expect(sum(column("waiting_ms"))).toBeCloseTo(sum(retries.map((line) => line["tokenwon.backoff_ms"] ?? 0)), 3);
  });

  it.each<[string, Behaviour]>([
    ["answers 500 to everything", { does: "answer", status: 500, body: "{}" }],
    ["closes every connection", { does: "hang-up", how: "close" }],
  ])("give up an endpoint that %s within 20 calls", async (_, behaviour) => {
    const server = await serve([behaviour]);
    const words = ["--suite", "smoke", "--mode", "live", "--target", "local/m", "--trials", "500", "--out", "out"];
    const where = ["--base-url", `local=${server.url}/v1`, "--concurrency", "50"];
    const { code, err } = await at.cli([...words, ...where]);
    await server.close();
    expect([code, err]).toEqual([4, expect.stringContaining("given up: too many of its requests fail")]);
    expect(server.requests.filter(({ method }) => method === "POST").length).toBeLessThanOrEqual(20);
  });
});
