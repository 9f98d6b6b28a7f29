import type { Exchange } from "../../src/domain/exchange.ts";
import { Profile } from "../../src/domain/profile.ts";
import type { Question } from "../../src/domain/question.ts";
import type { Simulator } from "../../src/domain/simulator.ts";
import { providerOf } from "../../src/provider/index.ts";
import { type AttemptResult, attempt } from "../../src/run/attempt.ts";
import { simulator } from "../../src/simulate/simulator.ts";
import { logged, newWireLog } from "../../src/transport/wire-log.ts";
import { fakeClock } from "../run/fake-clock.ts";

/** Tokens as these tests count them: syllables of Hangul, and words of anything else. */
export const count = (_tokenizer: string, text: string): number =>
  text.match(/\p{Script=Hangul}|[^\s\p{Script=Hangul}]+/gu)?.length ?? 0;

type Given = Omit<Partial<Profile>, "target"> & { readonly target?: string };

/** A model that always does the same: 20 tokens a second, the first after 400 ms, nothing goes wrong. */
export const profile = (given: Given = {}): Profile =>
  Profile.parse({
    target: "openai/gpt-test",
    wire: "openai",
    ttft_ms: { low: 400, high: 400 },
    tokens_per_second: { low: 20, high: 20 },
    output_tokens: { low: 60, high: 60 },
    tokenizer: "test",
    evidence: {},
    ...given,
  });

export const simulated = (given: Given = {}, seed = 1): Simulator => simulator([profile(given)], { seed, count });

/** The APIs under the provider that asks by each; chat completions speak for models of every wire. */
export const ASKED = [
  { name: "openai chat", provider: "openai", api: "chat", under: "/v1", wire: "openai" },
  { name: "openai responses", provider: "openai", api: "responses", under: "/v1", wire: "openai" },
  { name: "compatible", provider: "local", api: "chat", under: "/v1", wire: "google" },
  { name: "anthropic", provider: "anthropic", api: "messages", under: "", wire: "anthropic" },
  { name: "google", provider: "google", api: "generateContent", under: "", wire: "google" },
] as const;
export type Asked = (typeof ASKED)[number];

export const MODEL = "model-test";
export const QUESTIONS = { ko: "환불은 며칠 안에 처리되나요?", en: "How long does a refund take?" } as const;

export const question = (given: Partial<Question> = {}): Question => ({
  model: MODEL,
  messages: [{ role: "user", text: QUESTIONS.ko }],
  stream: true,
  ...given,
});

export type Outcome = { readonly result: AttemptResult; readonly exchange: Exchange };

/** Asks a simulator once, through the vendor's SDK and our reader of it. Time passes only where a stream falls silent. */
export async function ask(
  to: Simulator,
  { provider: name, api, under }: Asked,
  asked: Question = question(),
  now = 0,
): Promise<Outcome> {
  const provider = await providerOf(name).apis[api]?.();
  if (provider === undefined) throw new Error(`${name} has no ${api}`);
  await provider.ready();
  const clock = fakeClock();
  const wire = newWireLog();
  const exchanges: Exchange[] = [];
  const fetch = logged(fetchFrom(to, now, exchanges), wire, clock.now);
  const running = attempt({
    ask: (signal) => provider.ask(asked, { fetch, baseUrl: `http://simulated${under}`, apiKey: "none", signal }),
    describe: provider.describe,
    wire,
    clock,
    deadlines: { headers: 1000, firstToken: 1000, idle: 1000, total: 10_000 },
    signal: new AbortController().signal,
  });
  const state = { over: false };
  void running.finally(() => (state.over = true));
  // What does not end by itself ends by a deadline; before that everything that came has been read.
  for (let turn = 0; turn < 500 && !state.over; turn++) await new Promise(setImmediate);
  if (!state.over) await clock.pass(1000);
  return { result: await running, exchange: exchanges[0] as Exchange };
}

/** `fetch` that hands out an exchange at once. */
export function fetchFrom(to: Simulator, now: number, exchanges: Exchange[] = []): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const exchange = to.answer({ method: request.method, path: pathname + search, body: await request.text(), now });
    exchanges.push(exchange);
    if (exchange.head === undefined) throw new TypeError("fetch failed", { cause: brokenBy(exchange) });
    return new Response(bodyOf(exchange, request.signal), exchange.head);
  };
}

const bodyOf = (exchange: Exchange, signal: AbortSignal): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const { bytes } of exchange.reads) controller.enqueue(bytes);
      if (exchange.end.how === "eof") controller.close();
      else if (exchange.end.how === "silence")
        signal.addEventListener("abort", () => controller.error(signal.reason), { once: true });
    },
    pull: (controller) => {
      // What came before the break is read before it.
      if (exchange.end.how === "error") controller.error(new TypeError("terminated", { cause: brokenBy(exchange) }));
      return exchange.end.how === "silence" ? new Promise(() => undefined) : undefined;
    },
  });

const brokenBy = ({ end }: Exchange): Error =>
  Object.assign(new Error("broken"), { code: end.how === "error" ? end.code : "?" });

/** The body of an exchange as text. */
export const textOf = ({ reads }: Exchange): string => {
  const decoder = new TextDecoder();
  return reads.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join("");
};

/** One request as a client of an API would send it, without an SDK. */
export const post = (to: Simulator, path: string, body: unknown, now = 0): Exchange =>
  to.answer({ method: "POST", path, body: typeof body === "string" ? body : JSON.stringify(body), now });
