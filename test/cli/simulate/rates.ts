import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { Sent } from "../../../src/cli/simulate/sent.ts";
import { twoSidedBinomialTest } from "../../measure/binomial.ts";
import type { Workplace } from "../run-cli.ts";
import { outcomes, type Way } from "./outcomes.ts";
import { untilCtrlC } from "./running.ts";

const ALPHA = 0.001;

/** Asks a profile so often over real HTTP, and holds what came to its shares, and to what the server wrote down. */
export async function holdsItsRates(
  at: Workplace,
  profile: string,
  shares: Readonly<Record<string, number>>,
  way: Way,
  requests: number,
): Promise<ReadonlyMap<string, number>> {
  const args = ["--profile", profile, "--speed", "1000", "--log", "sent.jsonl", "--json", "--quiet"];
  let seen: ReadonlyMap<string, number> = new Map();
  const { code } = await untilCtrlC(at, args, async (url) => {
    seen = await outcomes(url, way, requests);
  });
  expect(code).toBe(0);
  const all = { ...shares, none: 1 - Object.values(shares).reduce((sum, share) => sum + share, 0) };
  expect([...seen.keys()].filter((outcome) => !(outcome in all))).toEqual([]);
  const unlikely = Object.entries(all).filter(
    ([outcome, share]) => twoSidedBinomialTest(seen.get(outcome) ?? 0, requests, share) <= ALPHA,
  );
  expect(unlikely).toEqual([]);

  const sent = readFileSync(at.path("sent.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sent);
  expect(sent).toHaveLength(requests);
  const ended = (how: Sent["ended"]): number => sent.filter((line) => line.ended === how).length;
  const of = (...names: readonly string[]): number => names.reduce((sum, name) => sum + (seen.get(name) ?? 0), 0);
  expect([ended("error"), ended("silence"), ended("cancelled")]).toEqual([of("reset", "cut"), of("stall"), 0]);
  expect(sent.filter(({ status }) => status === 429)).toHaveLength(of("rate-limit"));
  return seen;
}

/** Writes a book beside the command's place, and gives its name. */
export function bookOf(at: Workplace, profiles: readonly object[]): string {
  writeFileSync(at.path("planted.json"), JSON.stringify({ name: "planted", title: "what is planted here", profiles }));
  return "planted.json";
}
