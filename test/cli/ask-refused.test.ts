import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serve } from "../transport/server.ts";
import { type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const KEYS = {
  OPENAI_API_KEY: "sk-test-0123456789",
  ANTHROPIC_API_KEY: "sk-ant-test-0123456789",
  GEMINI_API_KEY: "AIzaTest0123456789abcdef",
};

describe("what could not even be asked exits 2, and sends nothing", () => {
  const refused = async (args: readonly string[], env: Record<string, string> = KEYS): Promise<string> => {
    const { code, out, err } = await at.cli(["ask", ...args], { env });
    expect([code, out]).toEqual([2, ""]);
    return err;
  };
  const gpt = ["안녕", "--target", "openai/gpt-test"];

  it.each<readonly [string, readonly string[], Record<string, string>, readonly string[]]>([
    ["no text", ["--target", "openai/gpt-test"], KEYS, ["There is no text for ask"]],
    ["no target", ["안녕"], KEYS, ["--target"]],
    ["no model", ["안녕", "--target", "openai"], KEYS, ['"openai" is not a target', "provider/model"]],
    ["no key", gpt, {}, ["OPENAI_API_KEY is not set", "--keys"]],
    ["an empty key", gpt, { OPENAI_API_KEY: " " }, ["OPENAI_API_KEY is not set"]],
    ["either key of Google", ["안녕", "--target", "google/g"], {}, ["GEMINI_API_KEY or GOOGLE_API_KEY is not set"]],
    ["a provider misspelt", ["안녕", "--target", "opnai/g"], KEYS, ['no provider "opnai"', 'Did you mean "openai"?']],
    ["a provider without an address", ["안녕", "--target", "zzz/g"], KEYS, ['no provider "zzz"', "--base-url zzz=URL"]],
    ["an address without a provider", [...gpt, "--base-url", "http://h/v1"], KEYS, ["is not PROVIDER=URL"]],
    ["an address that is none", [...gpt, "--base-url", "openai=h/pass-word"], KEYS, ["of openai holds no address"]],
    ["a query in the address", [...gpt, "--base-url", "openai=http://h/v1?k=pass-word"], KEYS, ["holds a query"]],
    [
      "another provider's address",
      [...gpt, "--base-url", "local=http://h"],
      KEYS,
      ["names local, but the target is of openai"],
    ],
    ["a bad address in the environment", gpt, { ...KEYS, OPENAI_BASE_URL: "h/v1" }, ["OPENAI_BASE_URL is no address"]],
    [
      "a password in the address",
      gpt,
      { ...KEYS, OPENAI_BASE_URL: "http://u:pass-word@h" },
      ["holds a name or a password"],
    ],
    ["an unknown API", [...gpt, "--api", "chatt"], KEYS, ['no API "chatt"', "chat, responses"]],
    ["an API named as JavaScript has it", [...gpt, "--api", "constructor"], KEYS, ['no API "constructor"']],
    ["a file of keys that is not there", [...gpt, "--keys", "no.env"], {}, ["no.env cannot be read"]],
    ["a temperature of 3", [...gpt, "--temperature", "3"], KEYS, ["from 0 to 2"]],
  ])("%s", async (_, args, env, words) => {
    const err = await refused(args, env);
    for (const word of words) expect(err).toContain(word);
    expect(err).toContain("  fix: ");
    expect(err).not.toContain("pass-word");
  });

  it("a schema that some vendor refuses, or that is no JSON", async () => {
    writeFileSync(at.path("loose.json"), JSON.stringify({ type: "object", properties: { a: { type: "string" } } }));
    writeFileSync(at.path("broken.json"), "{");
    expect(await refused([...gpt, "--schema", "loose.json"])).toContain("loose.json uses what some vendor refuses");
    expect(await refused([...gpt, "--schema", "broken.json"])).toContain("broken.json");
    expect(await refused([...gpt, "--schema", "none.json"])).toContain("none.json");
  });

  it("a host where nobody listens is a matter of time or place: it exits 4 and names the address", async () => {
    const gone = await serve([]);
    await gone.close();
    const { code, err } = await at.cli(["ask", ...gpt, "--base-url", `openai=${gone.url}/v1`], { env: KEYS });
    expect(code).toBe(4);
    expect(err).toContain("(ECONNREFUSED)");
    expect(err).toContain(`Check that a server listens at ${gone.url}/v1.`);
  });
});
