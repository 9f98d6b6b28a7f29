import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../cli/run-cli.ts";

/** A server that this project did not write: it has its own idea of every vendor's frames. */
const mock = new LLMock({ port: 0, chunkSize: 3 });
const ANSWER = "안녕하세요! 무엇을 도와드릴까요? 🙂";

let at: Workplace;
beforeAll(async () => {
  mock.onMessage(/안녕/, { content: ANSWER });
  await mock.start();
});
afterAll(() => mock.stop());
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const env = {
  OPENAI_API_KEY: "mock-key-openai",
  ANTHROPIC_API_KEY: "mock-key-anthropic",
  GEMINI_API_KEY: "mock-key-google",
};

describe("ask, against @copilotkit/aimock", () => {
  it.each([
    ["local/x", "local", "/v1", []],
    ["my-proxy/some/model", "my-proxy", "/v1", []],
    ["openai/gpt-4o-mini", "openai", "/v1", []],
    ["openai/gpt-4o-mini", "openai", "/v1", ["--api", "responses"]],
    ["anthropic/claude-haiku-4-5", "anthropic", "", []],
    ["google/gemini-2.5-flash", "google", "", []],
  ])("%s streams Korean, and an emoji that was cut in two", async (target, provider, path, more) => {
    const { code, out, err } = await at.cli(
      ["ask", "안녕", "--target", target, "--base-url", `${provider}=${mock.url}${path}`, ...more],
      { env },
    );
    expect([code, out]).toEqual([0, `${ANSWER}\n`]);
    expect(err).toMatch(/^[\d,]+ ms to the first token · /);
  });

  it("takes an answer whole as well", async () => {
    const url = `local=${mock.url}/v1`;
    const { code, out } = await at.cli(["ask", "안녕", "--target", "local/x", "--base-url", url, "--no-stream"], {});
    expect([code, out]).toEqual([0, `${ANSWER}\n`]);
  });

  it("says what a server does not know in one sentence, and exits 2", async () => {
    const url = `local=${mock.url}/v1`;
    const { code, out, err } = await at.cli(["ask", "다른 말", "--target", "local/x", "--base-url", url], {});
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^error\[provider\]: .* did not answer for local\/x \(HTTP 404\): not-found: .*\n {2}fix: Check/,
    );
  });
});
