import type { Attempt } from "../domain/attempt.ts";
import type { Trial, Waits } from "../domain/trial.ts";
import { INPUT_BUCKETS, type Usage } from "../domain/usage.ts";
import type { WireLog } from "../domain/wire.ts";
import { characters, utf8Bytes } from "../measure/text.ts";
import type { AttemptResult, Times } from "./attempt.ts";

export type Asked = {
  readonly id: string;
  readonly attempt: number;
  readonly started: string;
  readonly target: string;
  readonly api: string;
  /** The trial, where a suite asked. */
  readonly trial?: Trial;
  readonly waits?: Waits;
  /** True where a recording answered. */
  readonly replayed?: boolean;
  /** True where a simulator is known to have answered, or not answered. */
  readonly simulated?: boolean;
};

/** OpenTelemetry's names of the providers. */
const PROVIDERS: Readonly<Record<string, string>> = { google: "gcp.gemini" };

/**
 * The line of the log for an attempt, with its times as `domain/attempt.ts` defines them. Whatever a server may have put
 * a key into has gone through `redact`: not the answer alone, but its ids, headers and usage as well.
 */
export function record(asked: Asked, result: AttemptResult, wire: WireLog, redact: (text: string) => string): Attempt {
  const line = everyText(lineOf(asked, result, wire), redact) as Attempt;
  // No server had a hand in the grade: a dummy key that is a word of it, as "simulated", must not take it out.
  return { ...line, "tokenwon.evidence": evidenceOf(asked, result, wire) };
}

/** To the microsecond: what is below is the noise of adding. */
const ms = (value: number): number => Math.round(value * 1000) / 1000;

/** Whole microseconds between one time and the next, of rounded times, so that they add up to the last. */
function gapsOf(times: readonly number[]): number[] | undefined {
  if (times.length < 2) return undefined;
  const us = times.map((time) => Math.round(time * 1000));
  return us.slice(1).map((time, i) => time - (us[i] ?? time));
}

const rounded = (times: Times): Times =>
  Object.fromEntries(Object.entries(times).map(([name, value]) => [name, ms(value)])) as Times;

/**
 * A simulator says so of itself in a header, which recordings keep and a proxy may leave out, and in the ids and errors of
 * its bodies.
 */
function evidenceOf(
  { replayed, simulated }: Asked,
  { responseId, failure }: Pick<AttemptResult, "responseId" | "failure">,
  { kept }: WireLog,
): Attempt["tokenwon.evidence"] {
  const says = SIMULATED_ID.test(responseId ?? "") || (failure?.message.startsWith("Simulated:") ?? false);
  if (simulated === true || kept["x-tokenwon-simulated"] !== undefined || says) return "simulated";
  return replayed === true ? "recorded" : "live";
}

/** `chatcmpl-sim-12`, `msg_sim_12`, `sim-12`. */
const SIMULATED_ID = /(?:^|[-_])sim[-_]\d+$/;

function everyText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => everyText(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), everyText(item, change)]));
}

function lineOf(asked: Asked, result: AttemptResult, wire: WireLog): Attempt {
  const [provider = "", ...model] = asked.target.split("/");
  const { usage, finish, failure, text, tool } = result;
  // Rounded first: what is computed from them is the same whenever they are.
  const times = rounded(result.times);
  const known = <Value>(name: string, value: Value | undefined): Record<string, Value> =>
    value === undefined ? {} : { [name]: value };
  const time = (name: string, value: number | undefined): Record<string, number> =>
    known(name, value === undefined ? undefined : ms(value));
  return {
    "tokenwon.version": 1,
    "tokenwon.attempt_id": asked.id,
    "tokenwon.attempt": asked.attempt,
    "tokenwon.started": asked.started,
    "tokenwon.target": asked.target,
    "tokenwon.api": asked.api,
    "tokenwon.evidence": evidenceOf(asked, result, wire),
    ...known("tokenwon.suite", asked.trial?.suite),
    ...known("tokenwon.trial", asked.trial?.follows?.trial ?? asked.trial?.id),
    ...known("tokenwon.case", asked.trial?.case),
    ...known("tokenwon.lang", asked.trial?.lang),
    ...known("tokenwon.follow", asked.trial?.follows?.as),
    ...time("tokenwon.backoff_ms", asked.waits?.backoffMs),
    ...known("tokenwon.backoff_why", asked.waits?.backoffWhy),
    ...time("tokenwon.queued_ms", asked.waits?.queuedMs),
    "gen_ai.operation.name": asked.api === "generateContent" ? "generate_content" : "chat",
    "gen_ai.provider.name": PROVIDERS[provider] ?? provider,
    "gen_ai.request.model": model.join("/"),
    ...known("gen_ai.response.model", result.model),
    ...known("gen_ai.response.id", result.responseId),
    ...known("gen_ai.response.finish_reasons", finish && [finish.raw]),
    ...usageFields(usage),
    "server.address": hostOf(wire.url),
    ...known("error.type", failure?.kind),
    ...known("tokenwon.finish", finish?.reason),
    ...known("tokenwon.failure", failure),
    ...known("tokenwon.usage", usage),
    ...known("tokenwon.usage_raw", result.usageRaw),
    ...time("tokenwon.ttfb_ms", times.event0),
    ...time("tokenwon.ttft_ms", times.any),
    ...time("tokenwon.ttfvt_ms", times.visible),
    ...time("tokenwon.tpot_ms", tpot({ ...result, times })),
    ...time("tokenwon.e2e_ms", times.last),
    ...known("tokenwon.output_gaps_us", gapsOf(result.outputTimes)),
    "tokenwon.end_ms": times.end,
    "tokenwon.outputs": result.outputs,
    "tokenwon.chars": characters(text.normalize("NFC")),
    "tokenwon.bytes": utf8Bytes(text),
    // Before the text, whose end `log/bared.ts` finds by what follows it.
    ...known("tokenwon.tool", tool === "" ? undefined : tool),
    "tokenwon.text": text,
    "tokenwon.wire": wireFields(wire),
  };
}

function wireFields({ chunks, sent, headers, firstByte, end, ...rest }: WireLog): Attempt["tokenwon.wire"] {
  const times = Object.entries({ sent, headers, firstByte, end }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, ms(value)] as const],
  );
  return {
    ...rest,
    ...Object.fromEntries(times),
    chunks: chunks.map(({ at, bytes }): [number, number] => [ms(at), bytes]),
  };
}

function usageFields(usage: Usage | undefined): Partial<Attempt> {
  if (usage === undefined) return {};
  const written = usage.cache_write + usage.cache_write_1h + usage.cache_write_12h;
  return {
    "gen_ai.usage.input_tokens": INPUT_BUCKETS.reduce((sum, bucket) => sum + usage[bucket], 0),
    "gen_ai.usage.output_tokens": usage.visible_output + usage.thinking,
    "gen_ai.usage.reasoning.output_tokens": usage.thinking,
    "gen_ai.usage.cache_read.input_tokens": usage.cache_read,
    "gen_ai.usage.cache_creation.input_tokens": written,
  };
}

/**
 * Time per output token: (last − first output) ÷ (tokens streamed in between − 1). Thinking counts only where it was
 * streamed; undefined below two tokens, without usage, and where the answer broke: what was counted until then is no total.
 */
export function tpot({
  times,
  usage,
  reasoning,
  failure,
}: Pick<AttemptResult, "times" | "usage" | "reasoning" | "failure">): number | undefined {
  if (failure !== undefined || usage === undefined) return undefined;
  if (times.any === undefined || times.last === undefined) return undefined;
  const streamed = usage.visible_output + (reasoning === "" ? 0 : usage.thinking);
  return streamed >= 2 && times.last > times.any ? (times.last - times.any) / (streamed - 1) : undefined;
}

const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//, "").split("/")[0] ?? "";
