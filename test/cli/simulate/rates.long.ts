import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JSON_FAULTS, ProfileBook } from "../../../src/domain/profile.ts";
import { twoSidedBinomialTest } from "../../measure/binomial.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { WAYS } from "./outcomes.ts";
import { bookOf, holdsItsRates } from "./rates.ts";
import { PROFILE, untilCtrlC } from "./running.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const N = 10_000;
const ARTICLE = "article-2026-01-29";
const { profiles } = ProfileBook.parse(JSON.parse(readFileSync(`datasets/profiles/${ARTICLE}.json`, "utf8")));

describe(`the committed profile over HTTP, ${N} requests`, () => {
  it.each([
    ["chat", "openai/gpt-4o"],
    ["responses", "openai/gpt-4o"],
    ["messages", "anthropic/claude-3-5-sonnet"],
    ["generateContent", "google/gemini-1.5-pro"],
  ] as const)("%s: its failures are within binomial error", async (api, target) => {
    const failures = profiles.find((profile) => profile.target === target)?.failures ?? {};
    expect(Object.keys(failures).length).toBeGreaterThan(5);
    const seen = await holdsItsRates(at, ARTICLE, failures, WAYS[api], N);
    const told = Object.entries(failures).map(
      ([name, share]) => `${name} ${seen.get(name) ?? 0} (planted ${share * N})`,
    );
    process.stdout.write(`${api}: ${told.join(", ")}\n`);
  });
});

it(`faults of JSON over HTTP, ${N} requests`, async () => {
  const json = Object.fromEntries(JSON_FAULTS.map((fault, i) => [fault, 0.01 + i / 200]));
  const schema = {
    type: "object",
    properties: { sentiment: { type: "string", enum: ["긍정", "부정"] }, score: { type: "integer" } },
    required: ["sentiment", "score"],
    additionalProperties: false,
  };
  const valid = (text: string): boolean => {
    try {
      const { sentiment, score, ...more } = JSON.parse(text) as Record<string, unknown>;
      const known = sentiment === "긍정" || sentiment === "부정";
      return known && Number.isInteger(score) && Object.keys(more).length === 0;
    } catch {
      return false;
    }
  };
  let faults = 0;
  const args = ["--profile", bookOf(at, [{ ...PROFILE, json }]), "--speed", "1000", "--json", "--quiet"];
  await untilCtrlC(at, args, async (url) => {
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < N) {
        const messages = [{ role: "user", content: `질문 ${next++} ${JSON.stringify(schema)}` }];
        const body = JSON.stringify({ model: "gpt-4o", messages });
        const answer = await fetch(`${url}/v1/chat/completions`, { method: "POST", body });
        const { choices } = (await answer.json()) as {
          readonly choices: readonly [{ readonly message: { readonly content: string } }];
        };
        if (!valid(choices[0].message.content)) faults++;
      }
    };
    await Promise.all(Array.from({ length: 32 }, client));
  });
  // A key that stands twice makes no answer invalid.
  const share = Object.entries(json).reduce((sum, [fault, one]) => sum + (fault === "duplicate-key" ? 0 : one), 0);
  process.stdout.write(`faults of JSON: ${faults} (planted ${share * N})\n`);
  expect(twoSidedBinomialTest(faults, N, share)).toBeGreaterThan(0.001);
});
