import type { Exchange } from "../domain/exchange.ts";
import type { Random } from "../measure/random.ts";
import { type Answering, drawAnswer } from "./answer.ts";
import type { PromptCache } from "./cache.ts";
import { between, byShare, wholeBetween } from "./draw.ts";
import { brokenStream, brokenWhole, reset, streamed, whole } from "./exchange.ts";
import { errorAnswer, headersOf } from "./head.ts";
import type { Limiter, Verdict } from "./limits.ts";
import { PROBLEMS, type Problem } from "./problem.ts";
import { MESSAGE_OVERHEAD_TOKENS, type Prompt } from "./prompt.ts";
import type { Route } from "./route.ts";
import { WIRES } from "./wire/index.ts";

/** A profile with what it knows and remembers. */
export type Served = Answering & {
  readonly limit: Limiter;
  readonly cache: PromptCache;
};

/** An error, a count and a refused connection come after so many ms. */
export const AT_ONCE_MS = [50, 200] as const;
/** How long a drawn rate limit asks to wait, in ms. */
const WAIT_MS = [500, 2000] as const;

/** What a served model does with a request that could be read. */
export function respond(served: Served, prompt: Prompt, { api, what }: Route, now: number, random: Random): Exchange {
  const { profile, count } = served;
  const wire = WIRES[api];
  const { vendor } = wire;
  const atOnce = between(...AT_ONCE_MS, random);
  const messages = prompt.messages.map((message) => ({
    ...message,
    tokens: count(message.text) + MESSAGE_OVERHEAD_TOKENS,
  }));
  // Vendors put a schema that goes beside the messages into the prompt too.
  const schema = prompt.json?.schema === undefined ? 0 : count(JSON.stringify(prompt.json.schema));
  const all = messages.reduce((sum, { tokens }) => sum + tokens, schema);
  if (what === "count") {
    const headers = headersOf(vendor, vendor.jsonType, wholeBetween(1, 999_999, random));
    return whole({ at: atOnce, status: 200, headers }, JSON.stringify(wire.counted(all)));
  }

  const failure = byShare(profile.failures, random);
  const answer = drawAnswer(served, prompt, random);
  const limits = served.limit(all + answer.tokens.visible + answer.tokens.thinking, now);
  const limitHeaders = vendor.limitHeaders(limits, now);
  const refused = (problem: Problem, at = atOnce): Exchange =>
    errorAnswer(vendor, problem, at, answer.number, limitHeaders);
  if (limits.refused !== undefined) return refused(overLimit(limits));
  if (failure === "reset") return reset(atOnce);
  if (failure === "rate-limit") return refused({ ...PROBLEMS[failure], waitMs: between(...WAIT_MS, random) });
  if (failure === "overloaded" || failure === "server") return refused(PROBLEMS[failure]);

  const tokens = { all, ...served.cache(messages, now) };
  if (!prompt.stream) {
    // There is no frame that could say it.
    if (failure === "stream-error") return refused(PROBLEMS.server, answer.done);
    const headers = headersOf(vendor, vendor.jsonType, answer.number, limitHeaders);
    const head = { at: answer.done, status: 200, headers };
    const body = JSON.stringify(wire.whole(answer, tokens, prompt));
    return failure === undefined ? whole(head, body) : brokenWhole(head, body, failure, random);
  }
  const headers = headersOf(vendor, vendor.streamType, answer.number, limitHeaders);
  const head = { at: answer.opened, status: 200, headers };
  const frames = wire.frames(answer, tokens, prompt);
  return failure === undefined
    ? streamed(head, frames)
    : brokenStream(head, frames, failure, wire.errorFrame(answer), random);
}

const overLimit = ({ refused, waitMs, requests, tokens }: Verdict): Problem => {
  const limit = refused === "requests" ? requests?.limit : tokens?.limit;
  return {
    kind: "rate-limit",
    message: `Simulated: rate limit reached, ${limit ?? "?"} ${refused ?? "requests"} per minute.`,
    waitMs,
  };
};
