import { describe, expect, it } from "vitest";
import type { Sent } from "../../../src/cli/simulate/sent.ts";
import type { FailureKind } from "../../../src/domain/failure.ts";
import type { SimulatedFailure, Spread } from "../../../src/domain/profile.ts";
import { SPOKEN, type Spoken } from "../wires.ts";
import { askSimulated } from "./simulated.ts";
import { ROUNDING } from "./timed.ts";

const always = (value: number): Spread => ({ low: value, high: value });
const TTFT_MS = 30;
const MS_PER_TOKEN = 2;
const FAST = {
  ttft_ms: always(TTFT_MS),
  tokens_per_second: always(1000 / MS_PER_TOKEN),
  output_tokens: always(12),
  tokens_per_chunk: 3,
} as const;
/** The simulator plans to the tenth of a millisecond. */
const TENTH = 0.1;

const thinking = (shown: boolean) => ({ share: 1, tokens: always(10), shown });
const WAYS = [
  { way: "without thinking", more: {} },
  { way: "thinking that is shown", more: { thinking: thinking(true) } },
  { way: "thinking that is hidden", more: { thinking: thinking(false) } },
] as const;
const ANSWERS = WAYS.flatMap((one) => SPOKEN.map((spoken) => ({ ...one, spoken, api: spoken.name })));

// At once: most of their time is waiting.
describe("the simulator over HTTP, by its own log", () => {
  it.concurrent.each(ANSWERS)("$api: $way", async ({ spoken, way, more }) => {
    const { line, called, log } = await askSimulated(spoken, { ...FAST, ...more });
    expect(log).toMatchObject({ status: 200, ended: "eof" });
    const at = (name: "ttfb" | "ttft" | "ttfvt" | "e2e" | "end"): number =>
      called + (line[`tokenwon.${name}_ms`] ?? Number.NaN) + ROUNDING;
    const thought = line["gen_ai.usage.reasoning.output_tokens"] ?? Number.NaN;
    const before = thought * MS_PER_TOKEN;
    expect(called).toBeLessThanOrEqual(log.arrived_ms);
    expect(at("ttfb")).toBeGreaterThanOrEqual(log.first_ms ?? Number.NaN);
    // Its first token is due so long after the request; what it thinks in secret, or shows first, comes before the text.
    const isHidden = way === "thinking that is hidden";
    const due = log.arrived_ms + TTFT_MS - TENTH;
    expect(at("ttft")).toBeGreaterThanOrEqual(due + (isHidden ? before : 0));
    expect(at("ttfvt")).toBeGreaterThanOrEqual(due + before / (isHidden ? 1 : 2));
    expect(line["tokenwon.ttfvt_ms"] === line["tokenwon.ttft_ms"]).toBe(way !== "thinking that is shown");
    // Its last word is due a millisecond after the last token.
    expect(at("e2e")).toBeGreaterThanOrEqual((log.planned_last_ms ?? Number.NaN) - 1 - TENTH);
    expect(at("end")).toBeGreaterThanOrEqual(log.last_ms ?? Number.NaN);
    const tokens = line["gen_ai.usage.output_tokens"] ?? Number.NaN;
    const streamed = isHidden ? tokens - thought : tokens;
    expect((at("e2e") - at("ttft")) / (streamed - 1)).toBeCloseTo(line["tokenwon.tpot_ms"] ?? Number.NaN, 2);
    expect(line).toMatchObject({ "tokenwon.finish": "complete", "tokenwon.evidence": "simulated" });
  });
});

type Failing = {
  readonly failure: SimulatedFailure;
  readonly kind: FailureKind;
  readonly status?: number | ((spoken: Spoken) => number);
  readonly ended: readonly Sent["ended"][];
  readonly output: boolean;
};
const FAILURES: readonly Failing[] = [
  { failure: "rate-limit", kind: "rate-limit", status: 429, ended: ["eof"], output: false },
  {
    failure: "overloaded",
    kind: "overloaded",
    status: ({ api }) => (api === "messages" ? 529 : 503),
    ended: ["eof"],
    output: false,
  },
  { failure: "server", kind: "server", status: 500, ended: ["eof"], output: false },
  { failure: "reset", kind: "network", ended: ["error"], output: false },
  { failure: "cut", kind: "truncated-stream", ended: ["error"], output: true },
  { failure: "truncated", kind: "truncated-stream", ended: ["eof"], output: true },
  { failure: "stream-error", kind: "stream-error", ended: ["eof"], output: true },
  // On a slow machine it is left before it falls silent.
  { failure: "stall", kind: "timeout", ended: ["silence", "cancelled"], output: true },
];
const BROKEN = FAILURES.flatMap((one) => SPOKEN.map((spoken) => ({ ...one, spoken, api: spoken.name })));
const IDLE_MS = 80;
/** No other one is given up: on a slow machine that would come first. */
const GIVEN_UP = { deadlines: { idle: IDLE_MS } };

describe("a failure of the simulator over HTTP, by its own log", () => {
  it.concurrent.each(BROKEN)("$api: $failure", async ({ spoken, failure, kind, status = 200, ended, output }) => {
    const given = { ...FAST, failures: { [failure]: 1 } };
    const { line, called, log } = await askSimulated(spoken, given, failure === "stall" ? GIVEN_UP : {});
    expect(line["tokenwon.failure"]).toMatchObject({ kind, ...(failure === "stall" ? { deadline: "idle" } : {}) });
    expect(ended).toContain(log.ended);
    const told = failure === "reset" ? undefined : typeof status === "function" ? status(spoken) : status;
    expect([log.status, line["tokenwon.wire"].status]).toEqual([told, told]);
    expect(called + line["tokenwon.end_ms"] + ROUNDING).toBeGreaterThanOrEqual(log.last_ms ?? log.arrived_ms);
    expect(line["tokenwon.tpot_ms"]).toBeUndefined();
    const { "tokenwon.ttft_ms": ttft, "tokenwon.e2e_ms": e2e = Number.NaN } = line;
    expect([ttft !== undefined, line["tokenwon.outputs"] > 0]).toEqual([output, output]);
    if (ttft === undefined) return;
    expect(called + ttft + ROUNDING).toBeGreaterThanOrEqual(log.arrived_ms + TTFT_MS - TENTH);
    // What was waited for in vain is none of its time.
    if (failure === "stall") expect(line["tokenwon.end_ms"] - e2e).toBeGreaterThanOrEqual(IDLE_MS - 1);
  });
});
