import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../run-cli.ts";
import { attemptsIn } from "./processes.ts";
import { writeProfile } from "./profile.ts";
import { type Vendor, vendor } from "./vendor.ts";

let at: Workplace;
let open: Vendor | undefined;
beforeEach(() => {
  at = workplace();
  writeProfile(at.path("frail.json"));
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  at.remove();
});

const LOG = "out/run/attempts.jsonl";
const SIMULATED = [
  "--suite",
  "smoke",
  "--mode",
  "simulate",
  "--profile",
  "frail.json",
  "--target",
  "openai/gpt-4o-mini",
  "--trials",
  "300",
  "--out",
  "out",
];

/** What the log's answers cost at the price of the model, and how many tokens they took. */
function billed(): { readonly usd: number; readonly tokens: number } {
  let [usd, tokens] = [0, 0];
  for (const line of attemptsIn(at.path(LOG))) {
    const [input = 0, output = 0] = [line["gen_ai.usage.input_tokens"], line["gen_ai.usage.output_tokens"]];
    usd += (input * 0.15 + output * 0.6) / 1e6;
    tokens += input + output;
  }
  return { usd, tokens };
}

describe("a budget is never passed", () => {
  const LOADS = [
    ["--concurrency", "1"],
    ["--concurrency", "4"],
    ["--concurrency", "50"],
    ["--rate", "50"],
  ] as const;

  it.each(LOADS)("simulated, in dollars: %s %s", async (...load) => {
    const { code, err } = await at.cli([...SIMULATED, ...load, "--budget-usd", "0.01"]);
    expect(code).toBe(4);
    expect(err).toMatch(
      /trials are left: the budget of \$0\.01 has no room for the most that another request can cost/,
    );
    expect(err).toMatch(/fix: Go on: .* --budget-usd 0\.02 /);
    const { usd } = billed();
    expect(usd).toBeLessThanOrEqual(0.01);
    expect(usd).toBeGreaterThan(0.001);
  });

  it.each(LOADS)("simulated, in tokens: %s %s", async (...load) => {
    const { code, err } = await at.cli([...SIMULATED, ...load, "--budget-tokens", "20000"]);
    expect(code).toBe(4);
    expect(err).toMatch(/trials are left: the budget of 20,000 tokens has no room/);
    const { tokens } = billed();
    expect(tokens).toBeLessThanOrEqual(20_000);
    expect(tokens).toBeGreaterThan(2000);
  });

  it.each([
    ["--budget-usd", "0.01", ["--concurrency", "50"]],
    ["--budget-usd", "0.01", ["--rate", "500"]],
    ["--budget-tokens", "20000", ["--concurrency", "4"]],
  ])("by the vendor's own bill, in which no answer is shorter than it may be: %s %s %j", async (flag, most, load) => {
    open = await vendor((nth) => (["answer", "cut", "rate-limit"] as const)[nth % 3] ?? "answer", { gapMs: 1 });
    const args = ["--suite", "smoke", "--mode", "live", ...open.flags, "--trials", "200", "--out", "out", ...load];
    const { code } = await at.cli([...args, flag, most], { env: { OPENAI_API_KEY: "none" } });
    expect(code).toBe(4);
    const used = flag === "--budget-usd" ? open.usd() : open.tokens();
    expect(used).toBeLessThanOrEqual(Number(most));
    expect(used).toBeGreaterThan(Number(most) / 2);
  });
});
