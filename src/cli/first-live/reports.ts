import type { CostFlags } from "../cost/flags.ts";
import { runCost } from "../cost/run.ts";
import type { Effects } from "../effects.ts";
import type { RunFlags } from "../run-flags.ts";
import { runSuite } from "../run-suite.ts";

/** The flags of a run that nobody gave. */
export const RUN: RunFlags = {
  price: [],
  target: [],
  domain: [],
  baseUrl: [],
  accept: [],
  mode: "auto",
  tokenizerEngine: "gpt-tokenizer",
  progress: "none",
  quiet: true,
};

const COST: CostFlags = {
  price: [],
  target: [],
  scenario: [],
  history: true,
  cache: "off",
  service: "standard",
  progress: "none",
  quiet: true,
};

/** Every committed report, made again from what is there now. */
export async function remakeReports(effects: Effects): Promise<void> {
  for (const suite of ["korean-tokens", "smoke", "latency", "article-claims"])
    await runSuite([], { ...RUN, suite }, effects);
  await runCost(COST, effects);
}
