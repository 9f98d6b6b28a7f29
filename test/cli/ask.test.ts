import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Attempt } from "../../src/domain/attempt.ts";
import { watchRejections } from "../contract/ask-over-http.ts";
import { SPOKEN, type Spoken, spoken } from "../contract/wires.ts";
import { OPENAI_QUOTA } from "../transport/error-bodies.ts";
import { TEXT } from "../transport/frames.ts";
import { type Behaviour, type Received, serve } from "../transport/server.ts";
import { type CliRun, type Workplace, workplace } from "./run-cli.ts";

watchRejections();

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
const WHOLE = TEXT.join("");
const chat = spoken("openai chat");
const whole = ({ wire }: Spoken): Behaviour => ({ does: "stream", frames: wire.frames });

type Asked = CliRun & {
  readonly requests: readonly Received[];
  readonly url: string;
  readonly pieces: readonly string[];
};

/** Asks a server that answers so, with these flags and what is piped in. */
async function ask(
  { provider, model, api, under }: Spoken,
  behaviour: Behaviour,
  args: readonly string[] = ["안녕"],
  { env = {}, input }: { readonly env?: Record<string, string>; readonly input?: string } = {},
): Promise<Asked> {
  const server = await serve([behaviour]);
  const place = ["--target", `${provider}/${model}`, "--api", api, "--base-url", `${provider}=${server.url}${under}`];
  const pieces: string[] = [];
  const run = await at.cli(["ask", ...args, ...place], {
    env: { ...KEYS, ...env },
    ...(input === undefined ? {} : { input }),
    stdout: { write: (text) => pieces.push(text), isTTY: false },
  });
  await server.close();
  return { ...run, out: pieces.join(""), pieces, requests: server.requests, url: server.url };
}

describe.each(SPOKEN)("ask $name", (one) => {
  it("streams the answer to standard output and the figures to standard error", async () => {
    const { code, out, err, pieces, requests } = await ask(one, whole(one));
    expect([code, out]).toEqual([0, `${WHOLE}\n`]);
    expect(pieces.filter((piece) => piece !== "")).toEqual([...TEXT, "\n"]);
    expect(err).toMatch(
      /^\d+ ms to the first token · .*\d+ ms in all · tokens: 24 in, 17 out · .* · served by \S+-test-\S+\n$/,
    );
    expect(requests.map(({ url }) => url.split("?")[0])).toEqual([
      one.wire.path.split("?")[0]?.replace("gemini-test-1", one.model),
    ]);
  });

  it("takes the answer whole with --no-stream", async () => {
    const { requests } = await ask(one, { does: "answer", status: 500 }, ["안녕", "--no-stream"]);
    expect(requests[0]?.body).not.toContain('"stream":true');
    expect(requests[0]?.url).not.toContain("stream");
  });

  it("fails with the vendor's words and what to do: a bad key, a model that is not there, an overload", async () => {
    const answers = [401, 404, 503].map((status) => one.errors[status as 401 | 404 | 503]);
    const runs = [];
    for (const answer of answers) runs.push(await ask(one, { does: "answer", ...answer }));
    expect(runs.map(({ code, out }) => [code, out])).toEqual([
      [2, ""],
      [2, ""],
      [4, ""],
    ]);
    const [bad, missing, busy] = runs.map(({ err }) => err);
    expect(bad).toMatch(/error\[provider\]: .*\(HTTP 401\): auth: .*\n {2}fix: Check \S*API_KEY/);
    expect(missing).toMatch(
      new RegExp(`\\(HTTP 404\\): not-found: .*\\n {2}fix: Check the model's name "${one.model}"`),
    );
    expect(busy).toMatch(/error\[incomplete\]: .*\(HTTP 503\): overloaded: .*\n {2}fix: Ask again\./);
  });

  it("prints what came of an answer that broke off, and exits 4", async () => {
    const { code, out, err } = await ask(one, { ...whole(one), after: one.wire.textAt[2] ?? 0 } as Behaviour);
    expect([code, out]).toEqual([4, `${TEXT.slice(0, 2).join("")}\n`]);
    expect(err).toContain("truncated-stream: The stream ended before");
  });
});

/** The chat answer with another reason at its end. */
const ended = (reason: string, more = ""): Behaviour => ({
  does: "stream",
  frames: chat.wire.frames.map((frame) =>
    frame.replace('"finish_reason":"stop"', `"finish_reason":"${reason}"`).replace('"delta":{}', `"delta":{${more}}`),
  ),
});

describe("an answer that ended otherwise", () => {
  it.each([
    ["length", "", "The answer was cut off at its longest length (length).", "Raise --max-output-tokens"],
    ["content_filter", "", "The vendor's filter stopped the answer (content_filter).", "Ask otherwise"],
    ["stop", '"refusal":"도울 수 없습니다."', "The model refused to answer (stop).", "Ask otherwise"],
    ["eos", "", "The answer ended in an unusual way (eos).", "Ask again with --log FILE"],
  ])("%s %s exits 4, with all that was said", async (reason, more, message, fix) => {
    const { code, out, err } = await ask(chat, ended(reason, more));
    expect(code).toBe(4);
    expect(out).toBe(`${WHOLE}${more === "" ? "" : "도울 수 없습니다."}\n`);
    expect(err).toContain(`error[incomplete]: ${message}\n  fix: ${fix}`);
  });

  it("refused by Claude, or blocked by Gemini, exits 4", async () => {
    const claude = spoken("anthropic");
    const gemini = spoken("google");
    const refused = claude.wire.frames.map((frame) => frame.replace("end_turn", "refusal"));
    const blocked = gemini.wire.frames.map((frame) => frame.replace('"STOP"', '"SAFETY"'));
    const first = await ask(claude, { does: "stream", frames: refused });
    const second = await ask(gemini, { does: "stream", frames: blocked });
    expect([first.code, second.code]).toEqual([4, 4]);
    expect(first.err).toContain("The model refused to answer (refusal).");
    expect(second.err).toContain("The vendor's filter stopped the answer (SAFETY).");
  });

  it("never within its time exits 4 and says which flag helps", async () => {
    const { code, err } = await ask(chat, { does: "no-headers" }, ["안녕", "--first-token", "0.15"]);
    expect(code).toBe(4);
    expect(err).toMatch(/timeout: No answer within the time for response headers\.\n {2}fix: .*--first-token/);
  });

  it("for want of money is a mistake to mend, not one to wait for", async () => {
    const { code, err } = await ask(chat, { does: "answer", ...OPENAI_QUOTA });
    expect([code, err]).toEqual([2, expect.stringContaining("Top up the account")]);
  });
});

describe("what is kept and shown", () => {
  it("--log appends a valid line each time, and --json prints the same line", async () => {
    const first = await ask(chat, whole(chat), ["안녕", "--log", "runs/log.jsonl"]);
    const second = await ask(chat, { does: "answer", ...chat.errors[429] }, [
      "안녕",
      "--log",
      "runs/log.jsonl",
      "--json",
    ]);
    expect([first.code, second.code]).toEqual([0, 4]);
    const lines = readFileSync(at.path("runs/log.jsonl"), "utf8").trimEnd().split("\n");
    const [answered, limited] = lines.map((line) => Attempt.parse(JSON.parse(line)));
    expect(lines.length).toBe(2);
    expect(answered).toMatchObject({
      "tokenwon.text": WHOLE,
      "tokenwon.finish": "complete",
      "gen_ai.usage.input_tokens": 24,
    });
    expect(limited).toMatchObject({ "tokenwon.text": "", "error.type": "rate-limit" });
    expect(second.out).toBe(`${lines[1]}\n`);
    expect(second.err).toContain("fix: Ask again in 2 s.");
  });

  it("--quiet prints the answer alone; the figures speak the terminal's language", async () => {
    expect(await ask(chat, whole(chat), ["안녕", "--quiet"])).toMatchObject({ code: 0, out: `${WHOLE}\n`, err: "" });
    const { err } = await ask(chat, whole(chat), ["안녕"], { env: { LANG: "ko_KR.UTF-8" } });
    expect(err).toMatch(
      /^첫 토큰 \d+ms · .*전체 \d+ms · 입력 24토큰, 출력 17토큰 · 가격을 알 수 없음 · 응답 모델 gpt-test-2026-01-01\n$/,
    );
  });

  it("asks what is piped in, normalised, with the flags in the request", async () => {
    const flags = ["--system", "짧게.", "--max-output-tokens", "50", "--temperature", "0.5"];
    const { code, requests } = await ask(chat, whole(chat), flags, { input: "환불은\u00a0며칠?".normalize("NFD") });
    expect(code).toBe(0);
    expect(JSON.parse(requests[0]?.body ?? "")).toMatchObject({
      model: chat.model,
      stream: true,
      max_completion_tokens: 50,
      temperature: 0.5,
      messages: [{ content: "짧게." }, { role: "user", content: "환불은 며칠?" }],
    });
  });
});

describe("at the edges", () => {
  /** The chat answer with another text. */
  const saying = (text: string): Behaviour => ({
    does: "stream",
    frames: chat.wire.frames
      .filter((_, i) => !chat.wire.textAt.slice(1).includes(i))
      .map((frame) => frame.replace(JSON.stringify(TEXT[0]), JSON.stringify(text))),
  });

  it("an answer that is complete and empty is said to be so", async () => {
    const { code, out, err } = await ask(chat, saying(""));
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(/^the answer is empty · /);
  });

  it("a terminal is sent no commands that an answer may hold; a pipe gets the answer as it is", async () => {
    const text = "빨강 \u001B[31m경보\u0007\u009B2J\t끝\r\n";
    const server = await serve([saying(text)]);
    const args = ["ask", "안녕", "--quiet", "--target", "openai/gpt-test", "--base-url", `openai=${server.url}/v1`];
    let shown = "";
    await at.cli(args, { env: KEYS, stdout: { write: (piece) => (shown += piece), isTTY: true } });
    const { out } = await at.cli(args, { env: KEYS });
    await server.close();
    expect(shown).toBe("빨강 [31m경보2J\t끝\n");
    expect(out).toBe(text);
  });

  it("a log that cannot be opened costs nothing, and is named", async () => {
    writeFileSync(at.path("file"), "");
    const { code, err, requests } = await ask(chat, whole(chat), ["안녕", "--log", "file/log.jsonl"]);
    expect([code, requests]).toEqual([1, []]);
    expect(err).toMatch(
      /^error\[write\]: The log file\/log\.jsonl cannot be written: a file stands where a folder must be\.\n {2}fix: /,
    );
  });

  it.runIf(existsSync("/dev/full"))("a log on a full disk loses no answer", async () => {
    const { code, out, err } = await ask(chat, whole(chat), ["안녕", "--log", "/dev/full"]);
    expect([code, out]).toEqual([1, `${WHOLE}\n`]);
    expect(err).toMatch(
      /ms to the first token .*\nerror\[write\]: The log \/dev\/full cannot be written: the disk is full\./,
    );
  });

  it("addresses of other providers do not disturb one for this", async () => {
    expect(await ask(chat, whole(chat), ["안녕", "--base-url", "local=http://h/v1"])).toMatchObject({ code: 0 });
  });
});

it("no redirect is followed: it would carry the key to another host", async () => {
  const other = await serve([whole(chat)]);
  const { code } = await ask(chat, {
    does: "answer",
    status: 307,
    headers: { location: `${other.url}/v1/chat/completions` },
  });
  expect(code).toBeGreaterThan(0);
  expect(other.requests).toEqual([]);
  await other.close();
});

it("a key comes from the file of keys where the environment has none, a local server needs none", async () => {
  writeFileSync(at.path(".env"), "OPENAI_API_KEY=sk-from-the-file-0123456789\n");
  const env = { OPENAI_API_KEY: "" };
  const { code, requests } = await ask(chat, whole(chat), ["안녕", "--keys", ".env"], { env });
  expect([code, requests[0]?.headers.authorization]).toEqual([0, "Bearer sk-from-the-file-0123456789"]);
  expect(await ask(spoken("compatible"), whole(chat))).toMatchObject({ code: 0, out: `${WHOLE}\n` });
});
