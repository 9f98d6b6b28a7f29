import { describe, expect, it } from "vitest";
import { realClock } from "../../../src/cli/live/clock.ts";
import type { FailureKind } from "../../../src/domain/failure.ts";
import { sleeping } from "../../../src/run/clock.ts";
import { looped, planOf } from "../../run/loop.ts";
import { SPOKEN, type Spoken } from "../wires.ts";
import { SHORT_MS, STALLS } from "./broken.ts";
import type { Play } from "./stamped-server.ts";
import { asking, expectTaken, type Timed } from "./timed.ts";
import { wordsOf } from "./words.ts";

/** A timer of Node's may come early by less than this. */
const EARLY_MS = 1;
const TIMES = [
  "tokenwon.ttfb_ms",
  "tokenwon.ttft_ms",
  "tokenwon.ttfvt_ms",
  "tokenwon.tpot_ms",
  "tokenwon.e2e_ms",
  "tokenwon.output_gaps_us",
] as const;

const everywhere = <T extends object>(cases: readonly T[]): (T & { readonly spoken: Spoken; readonly api: string })[] =>
  cases.flatMap((one) => SPOKEN.map((spoken) => ({ ...one, spoken, api: spoken.name })));

// At once: all of their time is waiting.
describe("a stall is a timeout by the deadline that passed, and its wait is no latency", () => {
  it.concurrent.each(everywhere(STALLS))("$api: $deadline", async ({ spoken, deadline, ms, play, event, outputs }) => {
    await asking(spoken, [play(wordsOf(spoken.api, undefined))], async ({ ask }) => {
      const timed = await ask({ deadlines: ms });
      const { line, called, stamps } = timed;
      expect(line["tokenwon.failure"]).toMatchObject({ kind: "timeout", deadline, retry: deadline !== "total" });
      expect(line["error.type"]).toBe("timeout");
      expectTaken(timed, line["tokenwon.ttfb_ms"], event);
      expectTaken(timed, line["tokenwon.ttft_ms"], outputs[0]);
      expectTaken(timed, line["tokenwon.ttfvt_ms"], outputs[0]);
      // The last output, not the moment at which it was given up.
      expectTaken(timed, line["tokenwon.e2e_ms"], outputs.at(-1));
      expect(line["tokenwon.tpot_ms"]).toBeUndefined();
      const waited = line["tokenwon.end_ms"] - (deadline === "idle" ? (line["tokenwon.e2e_ms"] ?? Number.NaN) : 0);
      expect(waited).toBeGreaterThanOrEqual(SHORT_MS - EARLY_MS);
      // Not before the server had nothing more to say.
      expect(called + line["tokenwon.end_ms"]).toBeGreaterThanOrEqual(stamps.through ?? Number.NaN);
      expect(line["tokenwon.wire"].headers === undefined).toBe(deadline === "headers");
    });
  });
});

const WAIT_MS = 30;
const refusal = (status: number): Play => ({ does: "refuse", status, waitMs: WAIT_MS });
const REFUSED: readonly { readonly name: string; readonly before: readonly Play[]; readonly kind: FailureKind }[] = [
  { name: "429 twice", before: [refusal(429), refusal(429)], kind: "rate-limit" },
  { name: "529", before: [refusal(529)], kind: "overloaded" },
];

describe("what failed before an answer is no part of its latency", () => {
  it.concurrent.each(everywhere(REFUSED))("$api: $name, then an answer", async ({ spoken, before, kind }) => {
    await tried(spoken, before, (attempts) => {
      expect(attempts.map(({ line }) => line["error.type"])).toEqual([...before.map(() => kind), undefined]);
      expect(attempts.map(({ line }) => line["tokenwon.attempt"])).toEqual(attempts.map((_, i) => i + 1));
      for (const { line } of attempts.slice(0, -1)) expectNoTimes(line);
      for (const [i, one] of attempts.entries()) expectWaited(one, attempts[i - 1]);
      expectResponse(attempts);
    });
  });

  it.concurrent.each(SPOKEN)("$name: a reset before any header is a network failure without times", async (spoken) => {
    await asking(spoken, [{ does: "reset" }], async ({ ask }) => {
      const { line } = await ask();
      expect(line["tokenwon.failure"]).toMatchObject({ kind: "network", retry: true });
      expectNoTimes(line);
    });
  });
});

/** One trial as a run asks it, by the machine's own clock: its attempts, in their order. */
async function tried(
  spoken: Spoken,
  before: readonly Play[],
  use: (attempts: readonly Timed[]) => void,
): Promise<void> {
  const { role, text, end } = wordsOf(spoken.api, { visible: 3, thinking: 0 });
  const plays: Play[] = [...before, { does: "stream", reads: [role, text("맑"), text("아요."), end] }];
  await asking(spoken, plays, async ({ ask }) => {
    const attempts: Timed[] = [];
    const { lines } = await looped(planOf(1, { langs: ["ko"] }), () => ({}), {
      clock: sleeping(realClock),
      during: (work) => work(),
      load: { concurrency: 1 },
      ask: async (trial, { attempt, ...waits }) => {
        const timed = await ask({ known: { id: `${attempt}`, attempt, trial, waits } });
        attempts.push(timed);
        return timed.line;
      },
    });
    expect(lines).toEqual(attempts.map(({ line }) => line));
    use(attempts);
  });
}

function expectNoTimes(line: Timed["line"]): void {
  for (const time of TIMES) expect(line[time]).toBeUndefined();
  expect(line["gen_ai.usage.output_tokens"]).toBeUndefined();
}

/** As long as the server asked, between the two attempts and in neither; the first one waited for nothing. */
function expectWaited({ line, called }: Timed, earlier: Timed | undefined): void {
  const waited = line["tokenwon.backoff_ms"];
  if (earlier === undefined) {
    expect([waited, line["tokenwon.queued_ms"]]).toEqual([undefined, undefined]);
    return;
  }
  expect(line["tokenwon.backoff_why"]).toBe("hint");
  expect(waited).toBeGreaterThanOrEqual(WAIT_MS);
  const between = called - (earlier.called + earlier.line["tokenwon.end_ms"]);
  expect(between).toBeGreaterThanOrEqual((waited ?? Number.NaN) - EARLY_MS);
}

/** Times count from the call of their own attempt; from when the trial was due they hold all that it waited for. */
function expectResponse(attempts: readonly Timed[]): void {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing was asked");
  const { line, called, stamps } = last;
  const ttft = line["tokenwon.ttft_ms"] ?? Number.NaN;
  expectTaken(last, line["tokenwon.ttfb_ms"], 0);
  expectTaken(last, ttft, 1);
  expectTaken(last, line["tokenwon.e2e_ms"], 2);
  const response = called + ttft - first.called;
  const waits = attempts.map((one) => one.line["tokenwon.backoff_ms"] ?? 0);
  const failed = attempts.slice(0, -1).map((one) => one.line["tokenwon.end_ms"]);
  const parts = [...waits, ...failed, ttft].reduce((sum, part) => sum + part, 0);
  expect(response).toBeGreaterThanOrEqual(parts - waits.length * EARLY_MS);
  expect(response).toBeGreaterThanOrEqual((stamps.reads[1] ?? Number.NaN) - first.stamps.arrived);
}
