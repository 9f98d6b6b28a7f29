import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { providerOf } from "../../src/provider/index.ts";
import { type CliRun, type Workplace, workplace } from "../cli/run-cli.ts";
import { TEXT } from "../transport/frames.ts";
import { type Behaviour, serve } from "../transport/server.ts";
import { watchRejections } from "./ask-over-http.ts";
import { SPOKEN, type Spoken, spoken } from "./wires.ts";

watchRejections();

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

/** Runs `ask` with the planted key where its server answers so, and gives all that was printed or written. */
async function ask(one: Spoken, behaviour: Behaviour, ...more: readonly string[]): Promise<CliRun & { all: string }> {
  const { provider, model, api, under, key } = one;
  const server = await serve([behaviour]);
  const place = ["--target", `${provider}/${model}`, "--api", api, "--base-url", `${provider}=${server.url}${under}`];
  const env = { [providerOf(provider).keys[0] ?? ""]: key };
  const run = await at.cli(["ask", "안녕", ...place, "--log", "log/attempts.jsonl", ...more], { env });
  await server.close();
  expect(Object.values(server.requests[0]?.headers ?? {}).join()).toContain(key);
  const written = readdirSync(at.folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"));
  expect(written.length).toBeGreaterThan(0);
  return { ...run, all: [run.out, run.err, ...written].join("\n") };
}

/** The key, and what is enough of it to be a leak, as it is and in other dress. */
function traces({ key }: Spoken): string[] {
  const parts = [key, key.slice(0, 14), key.slice(-12)];
  return parts.flatMap((part) => [
    part,
    encodeURIComponent(part),
    JSON.stringify(part).slice(1, -1),
    Buffer.from(part)
      .toString("base64")
      .replace(/.{2}=*$/, ""),
  ]);
}
function expectNoTrace(one: Spoken, all: string): void {
  for (const trace of traces(one)) expect(all).not.toContain(trace);
}

const error = (message: string, more: object = {}): string =>
  JSON.stringify({ type: "error", error: { message, type: "invalid_request_error", code: 401, ...more } });
const answer = (body: string, headers: Readonly<Record<string, string>> = {}): Behaviour => ({
  does: "answer",
  status: 401,
  headers,
  body,
});
const starred = (key: string): string => `${key.slice(0, 8)}${"*".repeat(key.length - 12)}${key.slice(-4)}`;
const page = (key: string, before: number): Behaviour => ({
  does: "answer",
  status: 502,
  headers: { "content-type": "text/html" },
  body: `<html>${" 가".repeat(before)}<p>Bad: ${key}</p></html>`,
});

const ERRORS: readonly (readonly [string, (key: string) => Behaviour])[] = [
  ["in the message", (key) => answer(error(`Incorrect API key provided: ${key}. See https://x.y.`))],
  ["in the middle of words", (key) => answer(error(`The key '${key}' is not valid, "${key}"`))],
  ["with stars in its middle", (key) => answer(error(`Incorrect API key provided: ${starred(key)}.`))],
  ["as a code", (key) => answer(error("No.", { code: key, type: key, status: key }))],
  ["in a field of its own", (key) => answer(JSON.stringify({ detail: `no ${key}`, error: `no ${key}` }))],
  ["in a URL", (key) => answer(error(`GET /v1?key=${encodeURIComponent(key)}&alt=sse failed`))],
  ["in base64", (key) => answer(error(`Basic ${Buffer.from(`user:${key}`).toString("base64")}`))],
  ["as plain text", (key) => answer(`denied: Authorization: Bearer ${key}`)],
  ["in a page", (key) => page(key, 3)],
  ["where a long page is cut", (key) => page(key, 192)],
  ["where a longer page is cut", (key) => page(key, 1_992)],
  [
    "in headers",
    (key) =>
      answer(error("No."), {
        "x-request-id": key,
        "request-id": key,
        "retry-after": key,
        "x-ratelimit-limit-requests": key,
        "anthropic-ratelimit-requests-limit": key,
        "server-timing": `a;desc="${key}"`,
        "www-authenticate": key,
      }),
  ],
];

describe.each(SPOKEN)("$name", (one) => {
  const { key, wire } = one;
  /** The answer with other words in its chunks. */
  const saying = (...words: readonly string[]): Behaviour => ({
    does: "stream",
    frames: wire.frames.map((frame, i) => {
      const chunk = wire.textAt.indexOf(i);
      return chunk < 0
        ? frame
        : frame.replace(JSON.stringify(TEXT[chunk] ?? ""), () => JSON.stringify(words[chunk] ?? ""));
    }),
  });

  it.each(ERRORS)("an error that quotes the key back %s", async (_, behaviour) => {
    for (const more of [[], ["--json"], ["--no-stream"]]) {
      const run = await ask(one, behaviour(key), ...more);
      expect(run.code).toBeGreaterThan(0);
      expectNoTrace(one, run.all);
    }
  });

  it("an error frame that quotes it", async () => {
    const frames = [
      ...wire.frames.slice(0, -2),
      wire.errorFrame.replace(/"message":"/, () => `"message":"${key.replace(/"/g, '\\"')} `),
    ];
    const run = await ask(one, { does: "stream", frames });
    expect(run.code).toBe(4);
    expectNoTrace(one, run.all);
  });

  it("an answer that holds the key, whole or in pieces", async () => {
    const third = Math.ceil(key.length / 3);
    const pieces = [key.slice(0, third), key.slice(third, 2 * third), key.slice(2 * third)];
    for (const words of [
      ["키는 ", key, "입니다", "", "."],
      ["키는 ", ...pieces, "입니다."],
      [key.slice(0, 1), key.slice(1, 2), key.slice(2, 9), key.slice(9)],
    ]) {
      for (const more of [[], ["--json"]]) {
        const run = await ask(one, saying(...words), ...more);
        expect(run.code).toBe(0);
        expect(run.out).toContain("[redacted]");
        expectNoTrace(one, run.all);
      }
    }
  });

  it("an answer that breaks off in the middle of the key", async () => {
    const broken = saying("키는 ", key.slice(0, 20), "", "", "");
    const run = await ask(one, { ...broken, then: "close", after: (wire.textAt[1] ?? 0) + 1 } as Behaviour);
    expect(run.code).toBe(4);
    expectNoTrace(one, run.all);
  });

  it("an answer whose ids, model and usage hold it", async () => {
    const inJson = JSON.stringify(key).slice(1, -1);
    const frames = wire.frames.map((frame) =>
      frame
        .replaceAll("test-1", inJson)
        .replaceAll("test1", inJson)
        .replaceAll("gpt-test-2026-01-01", inJson)
        .replaceAll('"standard"', () => JSON.stringify(key)),
    );
    const run = await ask(one, { does: "stream", frames });
    expect(run.code).toBe(0);
    expectNoTrace(one, run.all);
  });
});

it.each([
  "planted+head/0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q==",
  "planted.tenant:0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q/tail~end+0987",
])("a key in base64, or of several parts, does not survive in part: %s", async (key) => {
  const local = { ...spoken("compatible"), key };
  for (const [, behaviour] of ERRORS) expectNoTrace(local, (await ask(local, behaviour(key))).all);
});

it("a key that is part of the address is not shown", async () => {
  const key = "planted-gateway-key-0a1B2c3D4e5F6g7H8i9J0k1L";
  const place = ["--target", "gate/m", "--base-url", `gate=http://127.0.0.1:9/${key}/v1`, "--log", "log"];
  const run = await at.cli(["ask", "안녕", ...place], { env: { GATE_API_KEY: key } });
  expect(run.code).toBe(4);
  expect(run.out + run.err + readFileSync(at.path("log"), "utf8")).not.toContain(key);
});

it("a key that is broken by a line or a letter of Korean is refused, and not quoted", async () => {
  for (const key of [
    "sk-planted-0a1B2c3D4e\n5F6g7H8i9J0k1L",
    "sk-planted-0a1B2c3D4e5F6g7H키",
    "sk-planted 0a1B2c3D4e",
  ]) {
    const run = await at.cli(["ask", "안녕", "--target", "openai/m"], { env: { OPENAI_API_KEY: key } });
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("OPENAI_API_KEY");
    expect(run.err).not.toContain("0a1B2c");
  }
});
