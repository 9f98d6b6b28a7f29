import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { spoken } from "../contract/wires.ts";
import { TEXT } from "../transport/frames.ts";
import { type Behaviour, serve, type TestServer } from "../transport/server.ts";

let folder: string;
let server: TestServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-ask-"));
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const chat = spoken("openai chat");
const MAIN = resolve("src/main.ts");

/** `ask` as a process of its own, which logs its attempt and takes its key from a file. */
async function ask(behaviour: Behaviour, words: readonly string[]): Promise<ChildProcessWithoutNullStreams> {
  server = await serve([behaviour]);
  writeFileSync(join(folder, ".env"), "OPENAI_API_KEY=sk-from-the-file-0123456789\n");
  const place = ["--target", "openai/gpt-test", "--base-url", `openai=${server.url}/v1`, "--keys", ".env"];
  const args = ["--import", resolve("node_modules/tsx/dist/loader.mjs"), MAIN, "ask", ...words, ...place];
  const env = { ...process.env, OPENAI_API_KEY: "", OPENAI_BASE_URL: "" };
  return spawn(process.execPath, [...args, "--log", "log.jsonl"], { cwd: folder, env });
}

const ended = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise((done) => child.on("close", done));
const logged = (): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, "log.jsonl"), "utf8")) as Record<string, unknown>;

it("a reader that has seen enough is no fault, and the answer is logged all the same", async () => {
  const child = await ask({ does: "stream", frames: chat.wire.frames, gapMs: 20 }, ["안녕"]);
  child.stdin.end();
  child.stdout.once("data", () => child.stdout.destroy());
  expect(await ended(child)).toBe(0);
  expect(logged()).toMatchObject({ "tokenwon.finish": "complete", "tokenwon.text": TEXT.join("") });
});

it("Ctrl-C in the middle of an answer keeps what came, and exits 130", async () => {
  const after = chat.wire.textAt[2] ?? 0;
  const child = await ask({ does: "stream", frames: chat.wire.frames, after, then: "stall" }, ["안녕"]);
  child.stdin.end();
  let [out, err] = ["", ""];
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    if (out === TEXT.slice(0, 2).join("")) child.kill("SIGINT");
  });
  expect(await ended(child)).toBe(130);
  expect(out).toBe(`${TEXT.slice(0, 2).join("")}\n`);
  expect(err).toMatch(/\ninterrupted: .*openai\/gpt-test.*cut short/);
  expect(logged()).toMatchObject({ "error.type": "aborted", "tokenwon.text": TEXT.slice(0, 2).join("") });
});

it("Ctrl-C while the question is still being piped in exits 130, and asks nothing", async () => {
  const child = await ask({ does: "stream", frames: chat.wire.frames }, []);
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  // More than a pipe holds: when it is through, it is being read.
  child.stdin.write("환불은 ".repeat(100_000), () => child.kill("SIGINT"));
  expect(await ended(child)).toBe(130);
  expect(err).toContain("interrupted: nothing was written.");
  expect([server?.requests.length, existsSync(join(folder, "log.jsonl"))]).toEqual([0, false]);
});
