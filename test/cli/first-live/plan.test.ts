import { existsSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Step, within } from "../../../src/cli/first-live/steps.ts";
import { worstCase } from "../../../src/cli/trials/worst-case.ts";
import { bill } from "../../../src/cost/bill.ts";
import { readPriceBook } from "../../../src/dataset/books.ts";
import { readPrompts } from "../../../src/dataset/prompts.ts";
import { isActiveOn } from "../../../src/domain/price/book.ts";
import { usage } from "../../../src/domain/usage.ts";
import { utf8Bytes } from "../../../src/measure/text.ts";
import { trialsOf } from "../../../src/plan/trials.ts";
import { serve } from "../../transport/server.ts";
import { type Project, project } from "../trials/project.ts";

let place: Project;
beforeEach(() => {
  place = project();
});
afterEach(() => {
  place.remove();
});

const KEYS = { OPENAI_API_KEY: "none", ANTHROPIC_API_KEY: "none", GEMINI_API_KEY: "none" };
const firstLive = (...words: readonly string[]): string[] => ["first-live", "--budget-usd", ...words];

describe("first-live --dry-run", () => {
  it("names what the reports lack, free things first, and what each costs at most", async () => {
    const { code, out } = await place.cli(firstLive("1", "--dry-run"), { env: KEYS });
    expect(code).toBe(0);
    const rows = out.split("\n").filter((line) => /^(openai|anthropic|google)\//.test(line));
    expect(rows.map((row) => /free|no charge named/.test(row))).toEqual([true, true, true, true, false, false, false]);
    for (const provider of ["openai", "anthropic", "google"]) {
      expect(rows.filter((row) => row.startsWith(`${provider}/`) && !/free|no charge named/.test(row))).toHaveLength(1);
    }
    expect(out).toMatch(/At most \$0\.0\d+ of the budget of \$1/);
    expect(existsSync(place.recording("."))).toBe(false);
  });

  it("leaves out what the budget does not carry, and vendors without a key", async () => {
    const { out } = await place.cli(firstLive("0.001", "--dry-run"), { env: { OPENAI_API_KEY: "none" } });
    expect(out).toContain("Left out, above the budget: openai/");
    expect(out).toContain("No key: ANTHROPIC_API_KEY, GEMINI_API_KEY");
    expect(out).not.toMatch(/^(anthropic|google)\//m);
  });

  it.each([
    [["1"], {}, "There is no key of any vendor."],
    [["1", "--target", "openai/gpt-4p", "--dry-run"], KEYS, "does not know openai/gpt-4p"],
    [["1", "--keys", "nowhere.env"], {}, "The file of keys nowhere.env cannot be read."],
    [["1"], { OPENAI_API_KEY: "a key with spaces" }, "holds what no key does"],
    [["1", "--base-url", "opnai=http://127.0.0.1:1"], KEYS, "--base-url names opnai"],
    [["0"], KEYS, "It must be a number above 0."],
    [[], KEYS, "--budget-usd"],
  ])("%j is refused in a sentence", async (words, env, part) => {
    const { code, err } = await place.cli(firstLive(...words), { env });
    expect(err).toContain(part);
    expect(code).toBe(2);
  });

  it("a wrong key is found by a free count, before anything is asked", async () => {
    const error = {
      error: { message: "Incorrect API key provided.", type: "invalid_request_error", code: "invalid_api_key" },
    };
    const server = await serve([{ does: "answer", status: 401, body: JSON.stringify(error) }]);
    const flags = ["--target", "openai/gpt-5-nano", "--base-url", `openai=${server.url}/v1`];
    const { code, err } = await place.cli(firstLive("1", ...flags), { env: { OPENAI_API_KEY: "none" } });
    const paths = server.requests.map(({ url }) => url);
    await server.close();
    expect(code).toBe(2);
    expect(err).toContain("Not every vendor takes its key, so nothing was asked.");
    expect(paths).toEqual(["/v1/responses/input_tokens"]);
  });
});

describe("the worst case", () => {
  it("is above the bill of any answer within the limits, for every model that answers", async () => {
    const book = await readPriceBook("datasets", "2026-11-24");
    const prompts = await readPrompts("datasets", "smoke");
    for (const model of book.models.filter((one) => isActiveOn(one, book.as_of))) {
      const trials = trialsOf({ suite: { name: "smoke" }, targets: [model.target], prompts });
      const most = worstCase(trials, model, book.as_of);
      // A token a byte, the whole prompt written to the cache, and an answer as long as it may be.
      const sum = trials.reduce((total, { question: { system, messages, maxOutputTokens } }) => {
        const bytes = [system ?? "", ...messages.map(({ text }) => text)].reduce(
          (all, text) => all + utf8Bytes(text),
          0,
        );
        const tokens = usage({ cache_write: bytes, thinking: maxOutputTokens ?? 0 });
        return total + bill(tokens, model, { day: book.as_of }).usd.toNumber();
      }, 0);
      expect(most).toBeGreaterThan(sum);
      expect(most).toBeLessThan(sum * 2);
    }
  });

  it("has no end for a question without a limit", async () => {
    const book = await readPriceBook("datasets", "2026-11-24");
    const [model] = book.models.filter((one) => isActiveOn(one, book.as_of));
    const [trial] = trialsOf({
      suite: { name: "s" },
      targets: ["a/b"],
      prompts: await readPrompts("datasets", "smoke"),
    });
    if (model === undefined || trial === undefined) throw new Error("nothing to price");
    const { maxOutputTokens: _, ...question } = trial.question;
    expect(worstCase([{ ...trial, question }], model, book.as_of)).toBe(Number.POSITIVE_INFINITY);
  });
});

it("never goes above the budget, and leaves nothing out that would fit", () => {
  const step = fc.record({
    what: fc.constantFrom<Step["what"]>("count", "smoke"),
    target: fc.constant("a/b"),
    calls: fc.nat(),
    usd: fc.double({ min: 0, max: 10, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step), fc.double({ min: 0.001, max: 20, noNaN: true }), (steps, budget) => {
      const { taken, left, usd } = within(budget, steps);
      expect(taken.length + left.length).toBe(steps.length);
      expect(usd).toBeLessThanOrEqual(budget);
      for (const one of left) expect(usd + one.usd).toBeGreaterThan(budget);
    }),
  );
});
