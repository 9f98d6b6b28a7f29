import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPrompted } from "../../src/cli/validate-prompted.ts";
import type { SmokeSuite } from "../../src/domain/suite.ts";
import { type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const SUITE: SmokeSuite = {
  kind: "smoke",
  name: "own",
  title: "Our own",
  prompts: "smoke",
  targets: ["openai/gpt-4o"],
  profiles: "article-2026-01-29",
  prices: "2026-11-24",
  nonce: false,
  seed: 1,
};

/** The project with prompts, profiles and suites of its own, to be spoilt, and without tasks; the rest is that of the checkout. */
function project(): { root: string; prompts: string; profiles: string } {
  const root = at.path("project");
  mkdirSync(`${root}/datasets`, { recursive: true });
  mkdirSync(`${root}/evals`);
  for (const part of readdirSync("datasets")) {
    if (part === "prompts" || part === "profiles")
      cpSync(`datasets/${part}`, `${root}/datasets/${part}`, { recursive: true });
    else if (part !== "tasks") symlinkSync(resolve("datasets", part), `${root}/datasets/${part}`);
  }
  writeFileSync(`${root}/evals/own.ts`, `export default ${JSON.stringify(SUITE)};\n`);
  return {
    root,
    prompts: `${root}/datasets/prompts/smoke.jsonl`,
    profiles: `${root}/datasets/profiles/article-2026-01-29.json`,
  };
}

describe("validate", () => {
  it("covers prompts, profiles and the suite that asks them", async () => {
    const { out } = await at.cli(["validate"]);
    expect(out).toMatch(/^ok {4}prompts smoke: 5 prompts$/m);
    expect(out).toMatch(/^ok {4}profiles article-2026-01-29: 6 targets$/m);
    expect(out).toMatch(/^ok {4}suite smoke: /m);
  });

  it("names what is wrong with a prompt and with a profile", async () => {
    const { root, prompts, profiles } = project();
    const lines = readFileSync(prompts, "utf8").split("\n");
    writeFileSync(prompts, [lines[0], lines[0], "{}"].join("\n"));
    const book = JSON.parse(readFileSync(profiles, "utf8")) as { profiles: { evidence: Record<string, unknown> }[] };
    delete book.profiles[1]?.evidence["failures"];
    writeFileSync(profiles, JSON.stringify(book));

    const { code, out, err } = await at.cli(["validate"], { root });
    expect(code).toBe(2);
    expect(out).toMatch(/wrong prompts smoke: .*smoke\.jsonl has \d+ faults\.\n/);
    expect(out).toMatch(/smoke\.jsonl:2: id: "refund" is that of line 1 too/);
    expect(out).toMatch(/smoke\.jsonl:3: ko: /);
    expect(out).toMatch(/wrong profiles article-2026-01-29: .*\n {6}openai\/gpt-4o-mini: failures has no evidence/);
    expect(out).toMatch(/^ok {4}suite own: /m);
    expect(err).toMatch(/^error\[data\]: 2 of \d+ checks failed\./);
  });

  it.each([
    ["prompts", { prompts: "smok" }, 'There is no list of prompts "smok". Did you mean "smoke"?'],
    ["profiles", { profiles: "article" }, 'There is no book of profiles "article".'],
    ["prices", { prices: "2026-11-23" }, 'There is no price book "2026-11-23".'],
    [
      "targets that the simulator does not know",
      { targets: ["openai/gpt-4o", "openai/gpt-6-luna"] as [string, string] },
      "The profiles article-2026-01-29 have none of openai/gpt-6-luna.",
    ],
  ])("refuses a suite by its %s", async (_, changed, message) => {
    await expect(checkPrompted(".", { ...SUITE, ...changed })).rejects.toThrow(message);
  });
});
