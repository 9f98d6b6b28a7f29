import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import type { CalibrationLevel } from "../../domain/health.ts";
import { quantile } from "../../measure/quantile.ts";
import { providerOf } from "../../provider/index.ts";
import { sleeping } from "../../run/clock.ts";
import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { LiveTransport } from "../../transport/live.ts";
import { askOnce, type Means } from "../live/ask-once.ts";
import { realClock } from "../live/clock.ts";
import type { Place } from "../live/endpoint.ts";
import { speaking } from "../trials/speaking.ts";
import { lengthOf, modelOf } from "./answer-load.ts";
import { timingErrors } from "./errors.ts";
import type { Level } from "./plan.ts";
import { type Strain, watchStrain } from "./strain.ts";

/** What a level is tried with. */
export type Tools = {
  /** Where the stamping server's API is. */
  readonly url: string;
  readonly live: LiveTransport;
  /** Keeps every answer on the disk, as a run does. */
  readonly append: (line: Attempt) => Promise<void>;
  readonly signal: AbortSignal;
};

/** Asks the stamping server at a level, as a live run asks a vendor, and compares what was measured with what the server says. */
export async function tryLevel(
  { streams, answers, load }: Level,
  { url, live, append, signal }: Tools,
): Promise<CalibrationLevel> {
  const model = modelOf(load);
  const target = `local/${model}`;
  const place: Place = { target, model, entry: providerOf("local"), api: "chat", baseUrl: url, apiKey: "none" };
  const provider = await speaking(place);
  const clock = sleeping(realClock);
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  // Every stream listens to it.
  setMaxListeners(0, stop);
  const means: Means = { fetch: live.logged, clock, deadlines: USUAL_DEADLINES, signal: stop };
  const question = { model, messages: [{ role: "user", text: "안녕하세요" }], stream: true } as const;

  const lines: Attempt[] = [];
  /** Asks one answer after another; the first only warms the connection, and those after the last that counts keep the load up. */
  const stream = async (index: number, whenCounted: () => void): Promise<void> => {
    await clock.sleep((lengthOf(load) * index) / streams, stop);
    for (let asked = 0; ; asked++) {
      const known = { id: randomUUID(), attempt: 1, started: new Date().toISOString() };
      const { line } = await askOnce(place, provider, question, means, () => known);
      if (stop.aborted) return;
      refuseFailed(line);
      await append(line);
      if (asked > 0 && asked <= answers) lines.push(line);
      if (asked === answers) whenCounted();
    }
  };
  const all: Promise<void>[] = [];
  const counted: Promise<void>[] = [];
  for (let index = 0; index < streams; index++) {
    counted.push(new Promise((done) => all.push(stream(index, done))));
  }
  const whole = Promise.all(all);
  try {
    // Until all streams have begun, the load is less than was asked for.
    await Promise.race([clock.sleep(lengthOf(load), stop), whole]);
    const strain = watchStrain();
    await Promise.race([Promise.all(counted), whole]);
    signal.throwIfAborted();
    return summary(streams, lines, strain());
  } finally {
    over.abort();
    await whole.catch(() => undefined);
  }
}

/** Nothing but the machine stands between us and the server. */
function refuseFailed({ "tokenwon.failure": failure }: Attempt): void {
  if (failure === undefined) return;
  throw new UserError("incomplete", `This machine did not carry the load: ${failure.kind}: ${failure.message}`, {
    fix: "Calibrate again when less runs beside it, or raise the limit of open files (ulimit -n).",
  });
}

/** To the microsecond. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function summary(streams: number, lines: readonly Attempt[], { delayP99Ms, utilisation }: Strain): CalibrationLevel {
  const errors = lines.flatMap((line) => timingErrors(line) ?? []);
  if (errors.length < lines.length) throw new Error("an answer of our own server was not understood");
  const ttft = errors.map((error) => error.ttft).sort((a, b) => a - b);
  const gaps = errors.flatMap((error) => error.gaps).sort((a, b) => a - b);
  const of = (values: readonly number[], q: number): number => rounded(quantile(values, q) ?? Number.NaN);
  const reads = lines.reduce((sum, line) => sum + line["tokenwon.wire"].chunks.length, 0);
  const seconds = lines.reduce((sum, line) => sum + line["tokenwon.end_ms"], 0) / 1000;
  return {
    streams,
    chunks_per_s: Math.round((reads / seconds) * streams),
    ttft_error_p50_ms: of(ttft, 0.5),
    ttft_error_p99_ms: of(ttft, 0.99),
    chunk_error_p99_ms: of(gaps, 0.99),
    delay_p99_ms: rounded(delayP99Ms),
    utilisation: rounded(utilisation),
    n: lines.length,
  };
}
