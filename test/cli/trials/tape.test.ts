import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTape, type Tape } from "../../../src/cli/trials/tape.ts";
import type { RecordedAttempt } from "../../../src/domain/recording.ts";
import { parseRecording } from "../../../src/transport/recordings/file.ts";
import { keyOf } from "../../../src/transport/recordings/key.ts";
import { type Project, project } from "./project.ts";

let place: Project;
let file: string;
beforeEach(() => {
  place = project();
  file = place.recording("openai__gpt-test.jsonl");
});
afterEach(() => {
  place.remove();
});

const tape = (accept: readonly string[] = [], limited = false): Promise<Tape> =>
  openTape(place.root, {
    header: { suite: "smoke", target: "openai/gpt-test", api: "chat" },
    secrets: [],
    accept,
    isLimited: () => limited,
  });
const held = (): string[] =>
  parseRecording(readFileSync(file, "utf8"), "recording").attempts.map(({ trial, body }) => `${trial}: ${body ?? ""}`);

function attempt(trial: string, body: string): RecordedAttempt {
  const request = { method: "POST", path: "/chat/completions", body: { trial } };
  return {
    key: keyOf(request),
    trial,
    attempt: 1,
    id: `id of ${trial}`,
    started: "2026-11-25T00:00:00.000Z",
    request,
    called: 0,
    head: { at: 1, status: 200, headers: {} },
    body,
    reads: body === "" ? [] : [[1, Buffer.byteLength(body)]],
    end: { after: 0, how: "eof" },
  };
}

/** As if the process had been killed: nothing of a tape is saved, and its lock names nobody who is alive. */
const killed = (): void => {
  writeFileSync(`${file}.lock`, "0");
};

describe("a tape", () => {
  it("is on the disk line by line, and in its place when it is saved", async () => {
    const made = await tape();
    await made.keep(attempt("b", "첫 답"), "live");
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(`${file}.live.part`, "utf8")).toContain("첫 답");
    await made.keep(attempt("a", "둘째 답"), "live");
    expect(await made.save()).toBe(
      "Recorded 2 attempts of openai/gpt-test in evals/recordings/smoke/openai__gpt-test.jsonl (live).",
    );
    expect(held()).toEqual(["a: 둘째 답", "b: 첫 답"]);
    expect(existsSync(`${file}.live.part`)).toBe(false);
  });

  it("says that its machine was late itself where that was so, and goes on saying it of what stays", async () => {
    const header = () => parseRecording(readFileSync(file, "utf8"), "recording").header.limited;
    const record = async (trial: string, limited: boolean): Promise<void> => {
      const made = await tape([], limited);
      await made.keep(attempt(trial, "답"), "live");
      await made.save();
    };
    await record("a", false);
    expect(header()).toBeUndefined();
    await record("b", true);
    expect(header()).toBe(true);
    await record("c", false);
    expect(header()).toBe(true);
  });

  it("takes in what a killed run left behind, but for a line that it did not finish", async () => {
    await (await tape()).keep(attempt("a", "kept"), "live");
    appendFileSync(`${file}.live.part`, 'null\n{"api":"chat","attempt":{"key":"0123');
    killed();
    const again = await tape();
    await again.keep(attempt("b", "new"), "live");
    await again.save();
    expect(held()).toEqual(["a: kept", "b: new"]);
  });

  it("keeps what was recorded before, but for trials that are recorded anew", async () => {
    const first = await tape();
    await first.keep(attempt("a", "old"), "live");
    await first.keep(attempt("b", "old"), "live");
    await first.save();
    const second = await tape();
    await second.keep(attempt("b", "new"), "live");
    await second.save();
    expect(held()).toEqual(["a: old", "b: new"]);
  });

  it("never lets a simulator's answers replace or join a vendor's", async () => {
    const first = await tape();
    await first.keep(attempt("a", "real"), "live");
    await first.save();
    const second = await tape();
    await second.keep(attempt("a", "made up"), "simulated");
    await expect(second.save()).rejects.toMatchObject({
      kind: "recording",
      message: expect.stringContaining("kept as it was") as string,
    });
    expect(held()).toEqual(["a: real"]);
    // What was made up does not wait for the next run.
    const third = await tape();
    await third.keep(attempt("b", "real"), "live");
    expect(await third.save()).toContain("Recorded 1 attempt ");
    expect(held()).toEqual(["a: real", "b: real"]);
  });

  it("leaves what a killed run made up where it is, when a vendor answers", async () => {
    const played = attempt("a", "made up");
    const head = { at: 1, status: 200, headers: { "x-tokenwon-simulated": "1" } };
    await (await tape()).keep({ ...played, head }, "simulated");
    killed();
    const second = await tape();
    await second.keep(attempt("b", "real"), "live");
    expect(await second.save()).toContain("(live)");
    expect(held()).toEqual(["b: real"]);
  });

  it("lets a vendor's answers take the place of a simulator's, all of them", async () => {
    const first = await tape();
    await first.keep(attempt("a", "made up"), "simulated");
    await first.keep(attempt("b", "made up"), "simulated");
    await first.save();
    const second = await tape();
    await second.keep(attempt("a", "real"), "live");
    await second.save();
    expect(held()).toEqual(["a: real"]);
  });

  it("takes a random word that a person has accepted, by its fingerprint, and remembers it", async () => {
    const word = ["q1W2e3R4t5", "Y6u7I8o9P0", "a1S2d3F4g5", "H6j7K8"].join("");
    const first = await tape();
    const refused: unknown = await first
      .keep(attempt("a", `{"token":"${word}"}`), "live")
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: "secret" });
    await first.save();
    const fingerprint = /fingerprint ([0-9a-f]{12})/.exec((refused as { details: string[] }).details.join())?.[1] ?? "";
    const second = await tape([fingerprint]);
    await second.keep(attempt("a", `{"token":"${word}"}`), "live");
    await second.save();
    const third = await tape();
    await third.keep(attempt("b", `{"token":"${word}"}`), "live");
    await third.save();
    expect(held()).toHaveLength(2);
    expect((await place.cli(["fixtures", "verify"])).code).toBe(0);
  });

  it("is of one run at a time", async () => {
    const first = await tape();
    await expect(tape()).rejects.toThrow(`Another run (process ${process.pid}) is recording`);
    await first.save();
    await (await tape()).save();
  });

  it("is left as it was where no answer came, and else keeps failures in the place of what was before", async () => {
    const failed = (trial: string): RecordedAttempt => {
      const { head: _head, body: _body, ...rest } = attempt(trial, "");
      return { ...rest, end: { after: 9, how: "error", code: "ECONNREFUSED" } };
    };
    const nobody = await tape();
    await nobody.keep(failed("a"), "live");
    expect(await nobody.save()).toBe("No answer came from openai/gpt-test, so nothing is recorded.");
    expect(existsSync(file)).toBe(false);

    const first = await tape();
    await first.keep(attempt("a", "paid for"), "live");
    await first.keep(failed("b"), "live");
    await first.save();
    const offline = await tape();
    await offline.keep(failed("a"), "live");
    expect(await offline.save()).toMatch(/^No answer came from openai\/gpt-test, so .*\.jsonl is as it was\.$/);
    expect(held()).toEqual(["a: paid for", "b: "]);

    // Picking the better of two would make a provider look better than it was.
    const second = await tape();
    await second.keep(failed("a"), "live");
    await second.keep(attempt("b", "now"), "live");
    await second.save();
    expect(held()).toEqual(["a: ", "b: now"]);
  });

  it("refuses a damaged recording before anything is asked", async () => {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, "not a recording\n");
    await expect(tape()).rejects.toMatchObject({ kind: "recording" });
  });
});
