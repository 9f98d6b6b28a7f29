import type { Attempt } from "../domain/attempt.ts";
import { FAILURE_KINDS } from "../domain/failure.ts";
import { FINISH_REASONS } from "../domain/finish.ts";
import { BUCKETS } from "../domain/usage.ts";

const isNumber = (value: unknown): value is number => typeof value === "number";
const isCount = (value: unknown): boolean => isNumber(value) && value >= 0;
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === "string";
const isMissingOr =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || check(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOneOf = (values: readonly unknown[]) => (value: unknown) => values.includes(value);
const isMs = isMissingOr(isNumber);

/** `2026-11-25T00:00:00.000Z`, as every run writes it. */
const TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

function isFailure(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, message, retry, billed, status, code, retryAfterMs, deadline } = value;
  return (
    (FAILURE_KINDS as readonly unknown[]).includes(kind) &&
    isText(message) &&
    typeof retry === "boolean" &&
    (billed === "yes" || billed === "no" || billed === "unknown") &&
    isMissingOr(Number.isSafeInteger)(status) &&
    isMissingOr(isText)(code) &&
    isMissingOr(isNumber)(retryAfterMs) &&
    // A rare one: the schema knows them.
    deadline === undefined
  );
}

function isUsage(value: unknown): boolean {
  if (!isObject(value)) return false;
  return BUCKETS.every((bucket) => isCount(value[bucket])) && Object.keys(value).length === BUCKETS.length;
}

function isWire(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value["chunks"]) &&
    value["chunks"].length === 0 &&
    isText(value["method"]) &&
    isText(value["url"]) &&
    isCount(value["bytes"]) &&
    isMissingOr((reused) => typeof reused === "boolean")(value["connectionReused"]) &&
    ["sent", "headers", "firstByte", "end"].every((name) => isMs(value[name])) &&
    isMissingOr(Number.isSafeInteger)(value["status"]) &&
    ["errorCode", "contentEncoding", "requestId"].every((name) => isMissingOr(isText)(value[name])) &&
    isMissingOr(isOneOf(["eof", "error", "cancel"]))(value["ended"]) &&
    isObject(value["kept"]) &&
    Object.values(value["kept"]).every(isText)
  );
}

/** Every field of a line that has a place in the schema, with what it has to be. */
const CHECKS: readonly (readonly [name: string, check: (value: unknown) => boolean])[] = [
  ["tokenwon.version", (value) => value === 1],
  ["tokenwon.attempt_id", isText],
  ["tokenwon.attempt", (value) => Number.isSafeInteger(value) && (value as number) > 0],
  ["tokenwon.started", (value) => isText(value) && TIME.test(value)],
  ["tokenwon.target", isText],
  ["tokenwon.api", isText],
  ["tokenwon.evidence", isOneOf(["live", "recorded", "simulated"])],
  ["tokenwon.suite", isMissingOr(isText)],
  ["tokenwon.trial", isMissingOr(isText)],
  ["tokenwon.case", isMissingOr(isText)],
  ["tokenwon.lang", isMissingOr(isOneOf(["ko", "en"]))],
  ["tokenwon.follow", isMissingOr(isText)],
  ["tokenwon.process", isMissingOr((value) => Number.isSafeInteger(value) && (value as number) > 0)],
  ["tokenwon.backoff_why", isMissingOr(isOneOf(["hint", "back-off"]))],
  ["gen_ai.operation.name", isText],
  ["gen_ai.provider.name", isText],
  ["gen_ai.request.model", isText],
  ["gen_ai.response.model", isMissingOr(isText)],
  ["gen_ai.response.id", isMissingOr(isText)],
  ["gen_ai.response.finish_reasons", isMissingOr((value) => Array.isArray(value) && value.every(isText))],
  ["gen_ai.usage.input_tokens", isMissingOr(isCount)],
  ["gen_ai.usage.output_tokens", isMissingOr(isCount)],
  ["gen_ai.usage.reasoning.output_tokens", isMissingOr(isCount)],
  ["gen_ai.usage.cache_read.input_tokens", isMissingOr(isCount)],
  ["gen_ai.usage.cache_creation.input_tokens", isMissingOr(isCount)],
  ["error.type", isMissingOr(isText)],
  ["server.address", isText],
  ["tokenwon.finish", isMissingOr(isOneOf(FINISH_REASONS))],
  ["tokenwon.failure", isMissingOr(isFailure)],
  ["tokenwon.usage", isMissingOr(isUsage)],
  ["tokenwon.backoff_ms", isMs],
  ["tokenwon.queued_ms", isMs],
  ["tokenwon.ttfb_ms", isMs],
  ["tokenwon.ttft_ms", isMs],
  ["tokenwon.ttfvt_ms", isMs],
  ["tokenwon.tpot_ms", isMs],
  ["tokenwon.e2e_ms", isMs],
  ["tokenwon.output_gaps_us", isMissingOr((value) => Array.isArray(value) && value.every(isWhole))],
  ["tokenwon.end_ms", isNumber],
  ["tokenwon.outputs", isCount],
  ["tokenwon.chars", isCount],
  ["tokenwon.bytes", isCount],
  ["tokenwon.text", isText],
  ["tokenwon.tool", isMissingOr(isText)],
  // The schema knows grades.
  ["tokenwon.grade", (value) => value === undefined],
  ["tokenwon.wire", isWire],
];

/**
 * Whether a line without the reads of its body is surely one that figures can be made from: a quick look at every field. False says nothing yet; the schema, which takes ten times as long, decides.
 */
export const isSurelyWhole = (value: unknown): value is Attempt =>
  isObject(value) && CHECKS.every(([name, check]) => check(value[name]));
