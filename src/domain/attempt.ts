import { z } from "zod";
import { DEADLINES, FAILURE_KINDS } from "./failure.ts";
import { FINISH_REASONS } from "./finish.ts";
import { Grade } from "./grade.ts";
import { Usage } from "./usage.ts";

const Ms = z.number();
const Count = z.number().nonnegative();

export const FailureRecord = z.object({
  kind: z.enum(FAILURE_KINDS),
  deadline: z.enum(DEADLINES).optional(),
  message: z.string(),
  status: z.int().optional(),
  code: z.string().optional(),
  retry: z.boolean(),
  retryAfterMs: Ms.optional(),
  billed: z.enum(["yes", "no", "unknown"]),
});

/** Its times count from the SDK's own request, which is later than the call by what the SDK does before it. */
const WireRecord = z.object({
  method: z.string(),
  url: z.string(),
  sent: Ms.optional(),
  headers: Ms.optional(),
  status: z.int().optional(),
  firstByte: Ms.optional(),
  end: Ms.optional(),
  ended: z.enum(["eof", "error", "cancel"]).optional(),
  errorCode: z.string().optional(),
  /** Reads of the body as [ms, bytes]. */
  chunks: z.array(z.tuple([Ms, Count])),
  bytes: Count,
  connectionReused: z.boolean().optional(),
  contentEncoding: z.string().optional(),
  requestId: z.string().optional(),
  kept: z.record(z.string(), z.string()),
});

/**
 * One line of `attempts.jsonl`: one HTTP exchange. Names of OpenTelemetry's GenAI conventions where they exist, ours under
 * `tokenwon.`; times in ms after the call. Unknown fields of later versions are kept.
 */
export const Attempt = z.looseObject({
  "tokenwon.version": z.literal(1),
  "tokenwon.attempt_id": z.string(),
  /** Which attempt of its trial, from 1. */
  "tokenwon.attempt": z.int().positive(),
  "tokenwon.started": z.iso.datetime(),
  "tokenwon.target": z.string(),
  /** The API that was spoken: chat, responses, messages, generateContent. */
  "tokenwon.api": z.string(),
  /** Who answered: a provider now, a recording of one, or the simulator (now or recorded). */
  "tokenwon.evidence": z.enum(["live", "recorded", "simulated"]),
  /** Which process timed it, from 1, where several did. */
  "tokenwon.process": z.int().positive().optional(),
  /** Of which suite, trial, case and language, where a suite asked. */
  "tokenwon.suite": z.string().optional(),
  "tokenwon.trial": z.string().optional(),
  "tokenwon.case": z.string().optional(),
  "tokenwon.lang": z.enum(["ko", "en"]).optional(),
  /** What of its trial asked it where an answer was not valid, as in `again.2`: the second answer. Attempts count from 1 in each. */
  "tokenwon.follow": z.string().optional(),
  /** Waited before it because the attempt before it failed, as long as the vendor asked or by our back-off; no latency. */
  "tokenwon.backoff_ms": Ms.optional(),
  "tokenwon.backoff_why": z.enum(["hint", "back-off"]).optional(),
  /** From the moment it was due (by the schedule of an open loop, or by the back-off) to the call; no latency. */
  "tokenwon.queued_ms": Ms.optional(),
  "gen_ai.operation.name": z.string(),
  "gen_ai.provider.name": z.string(),
  "gen_ai.request.model": z.string(),
  "gen_ai.response.model": z.string().optional(),
  "gen_ai.response.id": z.string().optional(),
  "gen_ai.response.finish_reasons": z.array(z.string()).optional(),
  "gen_ai.usage.input_tokens": Count.optional(),
  "gen_ai.usage.output_tokens": Count.optional(),
  "gen_ai.usage.reasoning.output_tokens": Count.optional(),
  "gen_ai.usage.cache_read.input_tokens": Count.optional(),
  "gen_ai.usage.cache_creation.input_tokens": Count.optional(),
  "server.address": z.string(),
  "error.type": z.string().optional(),
  "tokenwon.finish": z.enum(FINISH_REASONS).optional(),
  "tokenwon.failure": FailureRecord.optional(),
  "tokenwon.usage": Usage.optional(),
  "tokenwon.usage_raw": z.unknown().optional(),
  /** First event of any kind that the SDK handed on. */
  "tokenwon.ttfb_ms": Ms.optional(),
  /** First output of the model: visible text, thinking or tool arguments. */
  "tokenwon.ttft_ms": Ms.optional(),
  /** First visible text. */
  "tokenwon.ttfvt_ms": Ms.optional(),
  /** (Last − first output) ÷ (tokens streamed in between − 1). */
  "tokenwon.tpot_ms": Ms.optional(),
  /** Last output. */
  "tokenwon.e2e_ms": Ms.optional(),
  /** Times between one output and the next, in whole microseconds. */
  "tokenwon.output_gaps_us": z.array(z.int().nonnegative()).optional(),
  /** When the stream was done with, well or not. */
  "tokenwon.end_ms": Ms,
  /** Events that carried output. */
  "tokenwon.outputs": Count,
  /** Visible characters (code points of the NFC text) and UTF-8 bytes. */
  "tokenwon.chars": Count,
  "tokenwon.bytes": Count,
  "tokenwon.text": z.string(),
  /** Arguments of the tool that was called. */
  "tokenwon.tool": z.string().optional(),
  /** Of an answer that was to be JSON. */
  "tokenwon.grade": Grade.optional(),
  "tokenwon.wire": WireRecord,
});
export type Attempt = z.infer<typeof Attempt>;
