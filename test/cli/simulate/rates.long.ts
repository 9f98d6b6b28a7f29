import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, request } from "undici";
import { expect, it } from "vitest";
import { faster } from "../../../src/cli/simulate/faster.ts";
import type { Sent } from "../../../src/cli/simulate/sent.ts";
import { openSentLog } from "../../../src/cli/simulate/sent-log.ts";
import { serveSimulator } from "../../../src/cli/simulate/server.ts";
import { simulator } from "../../../src/simulate/simulator.ts";
import { count, profile } from "../../simulate/ask.ts";

const N = 10_000;
const AT_ONCE = 64;
const FAILURES = {
  "rate-limit": 0.03,
  overloaded: 0.02,
  server: 0.02,
  reset: 0.02,
  cut: 0.02,
  truncated: 0.02,
  "stream-error": 0.02,
};
const JSON_SHARES = { fenced: 0.05, prose: 0.04, empty: 0.03 };

type Seen = { readonly what: string; readonly status: number | undefined; readonly bytes: number };

const format = {
  type: "json_schema",
  json_schema: { name: "n", schema: { type: "object", properties: { name: { type: "string" } }, required: ["name"] } },
};

/** What a client sees of one stream of chat completions, in the words of a profile. */
async function ask(url: string, index: number, dispatcher: Agent): Promise<Seen> {
  const messages = [{ role: "user", content: `후기 ${index}을 분석해 주세요.` }];
  const body = JSON.stringify({ model: "gpt-test", stream: true, messages, response_format: format });
  let text = "";
  let status: number | undefined;
  const seen = (what: string): Seen => ({ what, status, bytes: Buffer.byteLength(text) });
  try {
    const answer = await request(`${url}/v1/chat/completions`, { method: "POST", body, dispatcher });
    status = answer.statusCode;
    answer.body.setEncoding("utf8");
    for await (const part of answer.body) text += part as string;
  } catch {
    return seen(status === undefined ? "reset" : "cut");
  }
  if (status !== 200) return seen({ 429: "rate-limit", 503: "overloaded", 500: "server" }[status] ?? `${status}`);
  if (text.includes('"error"')) return seen("stream-error");
  return seen(text.trimEnd().endsWith("data: [DONE]") ? jsonOf(text) : "truncated");
}

function jsonOf(stream: string): string {
  const frames = stream.split("\n\n").flatMap((frame) => (frame.startsWith("data: {") ? [frame.slice(6)] : []));
  const text = frames
    .map((frame) => {
      const { choices } = JSON.parse(frame) as {
        readonly choices: readonly { readonly delta?: { readonly content?: string } }[];
      };
      return choices[0]?.delta?.content ?? "";
    })
    .join("");
  if (text === "") return "empty";
  if (text.startsWith("```")) return "fenced";
  return text.startsWith("{") ? "complete" : "prose";
}

/** Standard normal quantile of 0.9995. */
const Z = 3.2905;

it(`${N} requests over HTTP: every planted rate within its binomial 99.9 % interval, and the log agrees`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-rates-"));
  const path = join(folder, "sent.jsonl");
  const faults: unknown[] = [];
  const log = await openSentLog(path, path, (fault) => faults.push(fault));
  const given = profile({ failures: FAILURES, json: JSON_SHARES });
  const server = await serveSimulator(faster(simulator([given], { seed: 1, count }), 1000), {
    port: 0,
    host: "127.0.0.1",
    now: () => performance.now(),
    onSent: log.append,
    onFault: (fault) => faults.push(fault),
  });
  const agent = new Agent({ connections: AT_ONCE });
  const seen: Seen[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < N) seen.push(await ask(server.url, next++, agent));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  await agent.destroy();
  await server.close();
  await log.close();
  const lines = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sent);
  rmSync(folder, { recursive: true, force: true });

  expect(faults).toEqual([]);
  expect([seen.length, lines.length]).toEqual([N, N]);
  const times = (what: string): number => seen.filter((one) => one.what === what).length;
  const within = (names: Readonly<Record<string, number>>, of: number): void => {
    for (const [name, share] of Object.entries(names))
      expect(Math.abs(times(name) - of * share), name).toBeLessThan(Z * Math.sqrt(of * share * (1 - share)));
  };
  within(FAILURES, N);
  const failed = Object.keys(FAILURES).reduce((sum, name) => sum + times(name), 0);
  within(JSON_SHARES, N - failed);

  const tally = (of: readonly (number | undefined)[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const one of of) counts[`${one}`] = (counts[`${one}`] ?? 0) + 1;
    return counts;
  };
  expect(tally(lines.map(({ status }) => status))).toEqual(tally(seen.map(({ status }) => status)));
  expect(lines.filter(({ ended }) => ended === "error")).toHaveLength(times("reset") + times("cut"));
  const bytes = (of: readonly { readonly bytes: number }[]): number => of.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes(lines)).toBe(bytes(seen));
  expect(new Set(lines.map(({ index }) => index)).size).toBe(N);
});
