import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { FailureKind } from "../../../src/domain/failure.ts";
import { spoken } from "../../contract/wires.ts";
import { looped, planOf } from "../../run/loop.ts";
import { data } from "../../transport/frames-shared.ts";
import { type Behaviour, serve } from "../../transport/server.ts";
import { askEach, openOne, trialsFor } from "./asking.ts";
import { type Project, project } from "./project.ts";

let place: Project;
beforeEach(() => {
  place = project();
});
afterEach(() => {
  place.remove();
});

const chat = spoken("openai chat");
const whole: Behaviour = { does: "stream", frames: chat.wire.frames };
const NO_QUOTA = {
  error: { message: "You exceeded your current quota.", type: "insufficient_quota", code: "insufficient_quota" },
};
const refusal: Behaviour = { does: "answer", status: 429, body: JSON.stringify(NO_QUOTA) };

describe("one recording answers one attempt", () => {
  it("so a repetition that was not recorded is missing", async () => {
    const { root } = place;
    const server = await serve([whole]);
    const trials = trialsFor(chat, 2);
    const opened = await openOne("record", { root, spoken: chat, url: server.url });
    await askEach(opened, trials);
    await opened.close();
    await server.close();
    const file = place.recording("openai__gpt-test.jsonl");
    const [header, first] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, `${header ?? ""}\n${first ?? ""}\n`);
    await expect(askEach(await openOne("replay", { root, spoken: chat }), trials)).rejects.toThrow("is not recorded");
  });
});

describe("a target that refuses for good", () => {
  const asked = async (hopeless: "stop" | "follow", kinds: readonly (string | undefined)[]): Promise<number[]> => {
    const plan = planOf(1, { langs: ["ko"], repeat: kinds.length });
    const { lines, result } = await looped(
      plan,
      ({ repetition }) => {
        const kind = kinds[repetition - 1];
        if (kind === "missing") return { miss: "nothing recorded" };
        return kind === undefined ? {} : { failure: { kind: kind as FailureKind, retry: false } };
      },
      { hopeless, load: { concurrency: 1 } },
    );
    return [lines.length, result.misses.length];
  };

  it("is not asked again, and its recording is followed to where it stopped", async () => {
    expect(await asked("stop", [undefined, "billing", undefined])).toEqual([2, 0]);
    expect(await asked("follow", [undefined, "billing", "billing", "missing"])).toEqual([3, 0]);
    expect(await asked("follow", [undefined, "missing", undefined])).toEqual([2, 1]);
  });

  it("gives the same figures when it is replayed", async () => {
    const server = await serve([whole, refusal]);
    const flags = ["--suite", "smoke", "--limit", "6", "--target", "local/m"];
    const where = ["--base-url", `local=${server.url}/v1`];
    await place.cli([...flags, "--mode", "record", "--out", "recorded", ...where]);
    await server.close();
    await place.cli([...flags, "--mode", "replay", "--out", "replayed"]);
    const kinds = (folder: string): unknown[] =>
      readFileSync(place.path(`${folder}/run/attempts.jsonl`), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as Attempt)["error.type"])
        .toSorted();
    expect(kinds("replayed")).toEqual(kinds("recorded"));
    expect(kinds("recorded")).toContain("billing");
  });
});

describe("keys", () => {
  it("of one target are not written in the recording or the log of another", async () => {
    const key = ["q7f3a9c2", "b5e8d1f4", "a6b9c3e7"].join("");
    const echo = { id: "c", choices: [{ index: 0, delta: { content: `it is ${key}` } }] };
    const server = await serve([{ does: "stream", frames: [data(echo), "data: [DONE]\n\n"] }]);
    const env = { AA_API_KEY: key, BB_API_KEY: "another-key-of-nobody" };
    const where = ["aa", "bb"].flatMap((name) => ["--target", `${name}/m`, "--base-url", `${name}=${server.url}/v1`]);
    for (const [mode, code] of [
      ["record", 6],
      ["live", 4],
    ] as const) {
      const run = await place.cli(["--suite", "smoke", "--mode", mode, "--limit", "1", "--out", mode, ...where], {
        env,
      });
      expect([run.code, run.out.includes(key), run.err.includes(key)]).toEqual([code, false, false]);
    }
    await server.close();
    expect(place.everything()).not.toContain(key);
  });

  it("in an address are refused before anything is asked or written", async () => {
    const key = ["sk", "proj", "Qx7Lm2Vb9Tz4Kp1Wn8Rc5Yd3Hs6"].join("-");
    const flags = ["--suite", "smoke", "--mode", "live", "--target", "aa/m", "--out", "out"];
    const run = await place.cli([...flags, "--base-url", `aa=http://127.0.0.1:9/${key}/v1`]);
    expect(run.code).toBe(2);
    expect(run.err).toContain("holds what may be a key");
    expect(run.err).not.toContain(key);
  });
});

it("what a simulator answers through a proxy that drops its header is graded simulated", async () => {
  const { root } = place;
  const frames = chat.wire.frames.map((frame) => frame.replace(/"id":"[^"]*"/, '"id":"chatcmpl-sim-12"'));
  const failed = JSON.stringify({ error: { message: "Simulated: rate limit reached.", type: "requests" } });
  const server = await serve([
    { does: "stream", frames },
    { does: "answer", status: 429, body: failed },
  ]);
  const opened = await openOne("live", { root, spoken: chat, url: server.url });
  const lines = await askEach(opened, trialsFor(chat, 2));
  await opened.close();
  await server.close();
  expect(lines.map((line) => line["tokenwon.evidence"])).toEqual(["simulated", "simulated"]);
});

it("a folder that cannot be written is told before anything is asked", async () => {
  const { root } = place;
  const server = await serve([whole]);
  writeFileSync(`${root}/evals/recordings`, "a file where the folder must be");
  await expect(openOne("record", { root, spoken: chat, url: server.url })).rejects.toMatchObject({ kind: "write" });
  expect(server.requests).toHaveLength(0);
  await server.close();
});
