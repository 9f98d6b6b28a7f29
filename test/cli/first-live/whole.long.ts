import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bill } from "../../../src/cost/bill.ts";
import { readPriceBook } from "../../../src/dataset/books.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import { spoken } from "../../contract/wires.ts";
import { serve, type TestServer } from "../../transport/server.ts";
import { o200k } from "../count-server.ts";
import { type Project, project } from "../trials/project.ts";

let place: Project;
let server: TestServer;
beforeEach(async () => {
  place = project();
  const { frames } = spoken("openai chat").wire;
  server = await serve(({ url, body }) => {
    if (url !== "/v1/responses/input_tokens") return { does: "stream", frames };
    const { input } = JSON.parse(body) as { input: readonly { content: string }[] };
    const tokens = o200k(input.map(({ content }) => content).join("")) + 7;
    return {
      does: "answer",
      status: 200,
      body: JSON.stringify({ object: "response.input_tokens", input_tokens: tokens }),
    };
  });
});
afterEach(async () => {
  await server.close();
  place.remove();
});

const KEY = { OPENAI_API_KEY: "not-a-real-key-of-anybody" };

it("one command: plan, keys, counts, questions, recordings, reports, and what to commit", async () => {
  // An address of a vendor without a key is not used, and is no mistake.
  const addresses = [`openai=${server.url}/v1`, "anthropic=http://127.0.0.1:9"];
  const words = ["first-live", "--budget-usd", "1", ...addresses.flatMap((address) => ["--base-url", address])];
  const { code, out, err } = await place.cli(words, { env: KEY });
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toContain("git add datasets/counts/live evals/recordings/smoke reports");
  const asked = server.requests.length;

  // What was asked is recorded, and stands in the reports as that.
  expect(readdirSync(join(place.root, "datasets", "counts", "live"))).toHaveLength(1);
  expect(readFileSync(place.recording("openai__gpt-5-nano.jsonl"), "utf8")).toContain('"origin":"live"');
  expect((await place.cli(["fixtures", "verify"], { env: KEY })).code).toBe(0);
  const home = place.path("home");
  const report = (suite: string): string => readFileSync(join(home, "reports", suite, "report.md"), "utf8");
  expect(report("smoke")).toMatch(/^# Recorded: /);
  expect(report("smoke")).toContain("`openai/gpt-5-nano`");
  expect(report("smoke")).not.toContain("imulated");
  expect(readdirSync(join(home, "reports")).sort()).toEqual(["article-claims", "cost", "korean-tokens", "smoke"]);
  expect(place.everything()).not.toContain(KEY.OPENAI_API_KEY);

  // What it cost, by the usage that the server gave, is below what was said before.
  const [run] = readdirSync(join(home, "runs")).filter((name) => /^smoke-\d/.test(name));
  const lines = readFileSync(join(home, "runs", run ?? "", "attempts.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  const book = await readPriceBook("datasets", "2026-11-24");
  const model = book.models.find(({ target }) => target === "openai/gpt-5-nano");
  const spent = lines.reduce((sum, line) => {
    const { "tokenwon.usage": usage } = Attempt.parse(JSON.parse(line));
    return usage === undefined || model === undefined
      ? sum
      : sum + bill(usage, model, { day: book.as_of }).usd.toNumber();
  }, 0);
  expect(lines).toHaveLength(10);
  expect(spent).toBeGreaterThan(0);
  expect(spent).toBeLessThan(Number(/At most \$([\d.]+) of/.exec(out)?.[1]));

  // Nothing is lacking any more, so nothing is asked again.
  const again = await place.cli(words, { env: KEY });
  expect(again.out).toContain("Nothing to ask.");
  expect(again.out).toContain("Recorded live already: openai/gpt-5-nano.");
  expect(server.requests.length).toBe(asked);
});
