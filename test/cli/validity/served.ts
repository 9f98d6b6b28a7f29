import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { realClock } from "../../../src/cli/live/clock.ts";
import { knownAnswers } from "../../../src/cli/simulate/known.ts";
import { loadSimulator } from "../../../src/cli/simulate/load.ts";
import { type SimulatorServer, serveSimulator } from "../../../src/cli/simulate/server.ts";
import { loadTasks } from "../../../src/cli/tasks/load.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import { PROFILE } from "../simulate/running.ts";

export const TARGETS = ["openai/gpt-4o", "google/gemini-1.5-flash"] as const;
const always = (value: number): { readonly low: number; readonly high: number } => ({ low: value, high: value });

const ASSUMED = { grade: "assumed", source: "this test" };

/** Two models that are over in a moment and often wrong, and that the API never fails. */
const book = {
  name: "slips",
  title: "fast and often wrong",
  profiles: TARGETS.map((target) => ({
    ...PROFILE,
    evidence: {
      ...PROFILE.evidence,
      ...Object.fromEntries(["tokens_per_chunk", "json_alike", "fields_wrong"].map((field) => [field, ASSUMED])),
    },
    target,
    wire: target.startsWith("openai") ? "openai" : "google",
    ttft_ms: always(0.1),
    tokens_per_second: always(1e6),
    tokens_per_chunk: 1000,
    json: { fenced: 0.15, prose: 0.1, "missing-key": 0.1, "wrong-type": 0.1, truncated: 0.05 },
    fields_wrong: 0.1,
  })),
};

/** The simulator at an address. The same body gets the same answer every time, whatever came before it. */
export async function serveSlips(folder: string): Promise<SimulatorServer & { readonly flags: readonly string[] }> {
  writeFileSync(join(folder, "slips.json"), JSON.stringify(book));
  const root = process.cwd();
  const known = knownAnswers(await loadTasks(root, ["event"]));
  const { simulator } = await loadSimulator({ profile: "slips.json", seed: 5 }, { root, cwd: folder }, known);
  const server = await serveSimulator(
    { answer: (request) => simulator.answer({ ...request, nth: "1" }) },
    {
      port: 0,
      host: "127.0.0.1",
      now: realClock.now,
      onSent: () => undefined,
      onFault: (error) => {
        throw error;
      },
    },
  );
  const addresses = [`openai=${server.url}/v1`, `google=${server.url}`].flatMap((address) => ["--base-url", address]);
  return { ...server, flags: [...TARGETS.flatMap((target) => ["--target", target]), ...addresses] };
}

/** Lets a project ask for a task of this one. */
export function withTask(root: string, name: string): void {
  mkdirSync(join(root, "evals", "tasks"), { recursive: true });
  const file = JSON.stringify(resolve("evals", "tasks", `${name}.ts`));
  writeFileSync(join(root, "evals", "tasks", `${name}.ts`), `export { default } from ${file};\n`);
}

export const linesIn = (path: string): Attempt[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));

/** The trial of a line, with what of it asked. */
export const idOf = (line: Attempt): string =>
  [line["tokenwon.trial"], line["tokenwon.follow"]].filter((part) => part !== undefined).join(" ");

/** A report without what differs from run to run: its id and its folder. */
export const reportIn = (folder: string, name: string): string[] =>
  ["report.md", "report.ko.md", "measurements.csv"].map((file) =>
    readFileSync(join(folder, file), "utf8")
      .replaceAll(/json-validity-\d{8}T\d{6}Z-\w{4}|json-validity-[0-9a-f]{10}/g, "RUN")
      .replaceAll(`${name}/run`, "RUN"),
  );
