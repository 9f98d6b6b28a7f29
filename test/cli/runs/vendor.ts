import { type Behaviour, serve, type TestServer } from "../../transport/server.ts";

/** US dollars of a token of openai/gpt-4o-mini, in and out, as its price page has them. */
const RATES = { input: 0.15e-6, output: 0.6e-6 };

/** What a request meets: an answer, one that breaks off and is charged all the same, or a refusal. */
export type Fate = "answer" | "cut" | "silence" | "rate-limit" | "server" | "hang-up";

/** A request as the vendor saw it, and what it charges for it. */
export type Served = {
  /** When it came, in ms of one clock. */
  readonly at: number;
  readonly body: string;
  readonly fate: Fate;
  readonly tokens: number;
  readonly usd: number;
};

export type Vendor = {
  readonly flags: readonly string[];
  readonly served: readonly Served[];
  readonly usd: () => number;
  readonly tokens: () => number;
  readonly close: () => Promise<void>;
};

/**
 * A vendor that speaks chat completions and keeps its own bill. It counts as many tokens as any could: a byte of the
 * question is one, and so is every token that the answer may have.
 * @param hintMs how long to wait after a refusal
 */
export async function vendor(
  fateOf: (nth: number) => Fate = () => "answer",
  { gapMs = 5, hintMs = 1 }: { readonly gapMs?: number; readonly hintMs?: number } = {},
): Promise<Vendor> {
  const served: Served[] = [];
  const server: TestServer = await serve(({ body }, index) => {
    const fate = fateOf(index);
    const asked = JSON.parse(body) as Request;
    const prompt = asked.messages.reduce((bytes, { content }) => bytes + Buffer.byteLength(content), 0);
    const completion = asked.max_completion_tokens ?? asked.max_tokens ?? 0;
    const charged = fate === "answer" || fate === "cut" || fate === "silence";
    served.push({
      at: performance.now(),
      body,
      fate,
      tokens: charged ? prompt + completion : 0,
      usd: charged ? prompt * RATES.input + completion * RATES.output : 0,
    });
    return behaviour(fate, { prompt, completion, gapMs, hintMs });
  });
  return {
    flags: ["--target", "openai/gpt-4o-mini", "--base-url", `openai=${server.url}/v1`],
    served,
    usd: () => served.reduce((sum, { usd }) => sum + usd, 0),
    tokens: () => served.reduce((sum, { tokens }) => sum + tokens, 0),
    close: () => server.close().catch(() => undefined),
  };
}

type Request = {
  readonly messages: readonly { readonly content: string }[];
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
};

type Manner = {
  readonly prompt: number;
  readonly completion: number;
  readonly gapMs: number;
  readonly hintMs: number;
};

function behaviour(fate: Fate, { prompt, completion, gapMs, hintMs }: Manner): Behaviour {
  const headers = { "retry-after-ms": String(hintMs) };
  const error = (status: number, code: string): Behaviour => ({
    does: "answer",
    status,
    headers,
    body: JSON.stringify({ error: { message: `this test: ${code}`, type: code, code } }),
  });
  const usage = { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
  const frames = [
    frame({ choices: [{ index: 0, delta: { role: "assistant", content: "네, " }, finish_reason: null }] }),
    frame({ choices: [{ index: 0, delta: { content: "그렇습니다." }, finish_reason: null }] }),
    frame({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }),
    frame({ choices: [], usage }),
    "data: [DONE]\n\n",
  ];
  switch (fate) {
    case "answer":
      return { does: "stream", frames, gapMs };
    case "cut":
      return { does: "stream", frames, gapMs, after: 2, then: "end" };
    case "silence":
      return { does: "no-headers" };
    case "rate-limit":
      return error(429, "rate_limit_exceeded");
    case "server":
      return error(500, "server_error");
    case "hang-up":
      return { does: "hang-up", how: "close" };
  }
}

const frame = (more: object): string =>
  `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "gpt-4o-mini", ...more })}\n\n`;
