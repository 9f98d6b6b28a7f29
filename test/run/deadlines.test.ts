import { describe, expect, it } from "vitest";
import type { StreamEvent } from "../../src/domain/stream-event.ts";
import { usage as usageOf } from "../../src/domain/usage.ts";
import type { WireLog } from "../../src/domain/wire.ts";
import { type AttemptResult, attempt } from "../../src/run/attempt.ts";
import type { Deadlines } from "../../src/run/deadlines.ts";
import { type FakeClock, fakeClock } from "./fake-clock.ts";

const NO_USAGE = usageOf({});
const DEADLINES: Deadlines = { headers: 1_000, firstToken: 3_000, idle: 2_000, total: 10_000 };

/** What happens on the wire or in the SDK, and how long after the step before. */
type Step = {
  readonly wait: number;
  readonly headers?: true;
  readonly bytes?: true;
  readonly event?: StreamEvent;
};
const text: StreamEvent = { kind: "text", text: "가" };
const headers = (wait: number): Step => ({ wait, headers: true });
const bytes = (wait: number): Step => ({ wait, bytes: true });
const said = (wait: number, event: StreamEvent = text): Step => ({ wait, bytes: true, event });
const times = (n: number, step: Step): Step[] => Array.from({ length: n }, () => step);
const finish = said(0, { kind: "finish", reason: "complete", raw: "stop" });

type Told = { readonly result: AttemptResult; readonly at: number; readonly clock: FakeClock };

type Manner = { readonly deaf?: boolean; readonly over?: Partial<Deadlines>; readonly ends?: boolean };

/** Lets these steps happen, and nothing after them; the SDK heeds its signal unless it is deaf. */
async function run(steps: readonly Step[], { deaf = false, over = {}, ends = false }: Manner = {}): Promise<Told> {
  const clock = fakeClock();
  const begun = clock.now();
  const wire: WireLog = { method: "", url: "", chunks: [], bytes: 0, kept: {} };
  const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = (): void => {
        cancel();
        reject(new DOMException("This operation was aborted", "AbortError"));
      };
      const cancel = clock.after(ms, () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      });
      if (!deaf) signal.addEventListener("abort", onAbort);
    });
  async function* ask(signal: AbortSignal): AsyncGenerator<StreamEvent> {
    Object.assign(wire, { method: "POST" });
    for (const step of steps) {
      await sleep(step.wait, signal);
      const at = clock.now() - begun;
      if (step.headers) Object.assign(wire, { headers: at, status: 200 });
      if (step.bytes) wire.chunks.push({ at, bytes: 1 });
      if (step.event) yield step.event;
    }
    if (!ends) await sleep(1e9, signal);
  }
  let at = 0;
  let result: AttemptResult | undefined;
  void attempt({
    ask,
    describe: (error) => ({ message: String(error) }),
    wire,
    clock,
    deadlines: { ...DEADLINES, ...over },
    signal: new AbortController().signal,
  }).then((done) => {
    at = clock.now() - begun;
    result = done;
  });
  await clock.pass(60_000);
  if (result === undefined) throw new Error("it never ended");
  return { result, at, clock };
}

const late = (deadline: string, billed: string): object => ({
  kind: "timeout",
  deadline,
  billed,
  retry: deadline !== "total",
});

describe.each([
  ["an SDK that heeds its signal", false],
  ["an SDK that never does", true],
])("%s", (_, deaf) => {
  it.each<readonly [string, readonly Step[], Partial<Deadlines>, string, number, string]>([
    ["nothing at all", [], {}, "headers", 1_000, "unknown"],
    ["headers a moment too late", [headers(1_001)], {}, "headers", 1_000, "unknown"],
    ["headers in time, then nothing", [headers(999)], {}, "first-token", 3_000, "unknown"],
    [
      "bytes that are no events, and no output",
      [headers(10), ...times(20, bytes(500))],
      {},
      "first-token",
      3_000,
      "unknown",
    ],
    [
      "a role and pings, and no output",
      [headers(10), ...times(20, said(500, { kind: "other" }))],
      {},
      "first-token",
      3_000,
      "unknown",
    ],
    [
      "usage, which is no output",
      [headers(10), ...times(20, said(500, { kind: "start" }))],
      {},
      "first-token",
      3_000,
      "unknown",
    ],
    ["silence after two chunks", [headers(10), said(500), said(700)], {}, "idle", 3_210, "yes"],
    ["bytes alone, then silence", [headers(10), said(500), ...times(3, bytes(1_900))], {}, "idle", 8_210, "yes"],
    [
      "thinking, which is output",
      [headers(10), said(2_000, { kind: "reasoning", text: "음" })],
      {},
      "idle",
      4_010,
      "yes",
    ],
    ["an answer without an end", [headers(10), ...times(99, said(400))], {}, "total", 10_000, "yes"],
    ["pings without an end", [headers(10), said(10), ...times(99, bytes(400))], {}, "total", 10_000, "yes"],
    ["the shortest rules: total", [], { total: 500 }, "total", 500, "unknown"],
    ["the shortest rules: first token", [], { firstToken: 500 }, "first-token", 500, "unknown"],
    ["no idle deadline", [headers(10), said(10)], { idle: Number.POSITIVE_INFINITY }, "total", 10_000, "yes"],
  ])("%s", async (_name, steps, over, deadline, when, billed) => {
    const { result, at, clock } = await run(steps, { deaf, over });
    expect(result.failure).toMatchObject(late(deadline, billed));
    expect(at).toBe(when);
    expect(result.times.end).toBe(when);
    expect(result.finish).toBeUndefined();
    // What a deaf SDK still waits for is its own.
    expect(clock.pending()).toBeLessThanOrEqual(deaf ? 1 : 0);
  });
});

describe("no deadline passes", () => {
  it("while anything happens in time", async () => {
    const steps = [headers(999), said(1_999), ...times(3, said(1_999)), finish];
    const { result, clock } = await run(steps, { ends: true });
    expect(result).toMatchObject({ failure: undefined, text: "가가가가", finish: { reason: "complete" } });
    expect(result.times).toMatchObject({ event0: 2_998, any: 2_998, visible: 2_998, last: 8_995, end: 8_995 });
    expect(clock.pending()).toBe(0);
  });

  it.each([false, true])(
    "for an answer that has finished; its stream is left after 5 s (deaf SDK: %s)",
    async (deaf) => {
      const usage: StreamEvent = { kind: "usage", usage: NO_USAGE, raw: {} };
      const { result, at, clock } = await run([headers(10), said(10), finish, said(3_000, usage)], { deaf });
      expect(result).toMatchObject({ failure: undefined, finish: { reason: "complete" }, usage: NO_USAGE });
      expect(at).toBe(5_020);
      expect(result.times.end).toBe(3_020);
      expect(clock.pending()).toBeLessThanOrEqual(deaf ? 1 : 0);
    },
  );
});
