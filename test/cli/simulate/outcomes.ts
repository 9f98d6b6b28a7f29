import { Agent, request } from "undici";

/** A way to ask for a stream: where, with what, and what the vendor says when an answer is over. */
export type Way = {
  readonly path: string;
  readonly body: (text: string) => object;
  readonly lastWord: RegExp;
};

const openai = { model: "gpt-4o", stream: true };
export const WAYS: Readonly<Record<"chat" | "responses" | "messages" | "generateContent", Way>> = {
  chat: {
    path: "/v1/chat/completions",
    body: (text) => ({ ...openai, messages: [{ role: "user", content: text }] }),
    lastWord: /data: \[DONE\]\n\n$/,
  },
  responses: {
    path: "/v1/responses",
    body: (text) => ({ ...openai, input: text }),
    lastWord: /"type":"response\.completed"/,
  },
  messages: {
    path: "/v1/messages",
    body: (text) => ({
      model: "claude-3-5-sonnet",
      max_tokens: 1000,
      stream: true,
      messages: [{ role: "user", content: text }],
    }),
    lastWord: /"type":"message_stop"/,
  },
  generateContent: {
    path: "/v1beta/models/gemini-1.5-pro:streamGenerateContent?alt=sse",
    body: (text) => ({ contents: [{ role: "user", parts: [{ text }] }] }),
    lastWord: /"finishReason":"STOP"/,
  },
};

const BY_STATUS: Readonly<Record<number, string>> = {
  429: "rate-limit",
  500: "server",
  503: "overloaded",
  529: "overloaded",
};

/** So long without a byte, in ms, and a client takes the other side for gone; far above every time at high speed. */
const PATIENCE_MS = 2000;
const AT_ONCE = 64;

/** What a bare client sees of so many different requests, by the names that a profile gives to failures: how often each. */
export async function outcomes(url: string, way: Way, requests: number): Promise<ReadonlyMap<string, number>> {
  const dispatcher = new Agent({ connections: AT_ONCE, bodyTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS * 10 });
  const counts = new Map<string, number>();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < requests) {
      const outcome = await outcomeOf(url, way, `질문 ${next++}`, dispatcher);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  await dispatcher.close();
  return counts;
}

async function outcomeOf(url: string, { path, body, lastWord }: Way, text: string, dispatcher: Agent): Promise<string> {
  const asked = { method: "POST" as const, body: JSON.stringify(body(text)), dispatcher };
  const response = await request(`${url}${path}`, asked).catch(codeOf);
  if (typeof response === "string") return response === "ECONNRESET" ? "reset" : response;
  const answer = await response.body.text().catch((error: unknown) => ({ code: codeOf(error) }));
  if (typeof answer !== "string") return answer.code === "UND_ERR_BODY_TIMEOUT" ? "stall" : "cut";
  if (response.statusCode !== 200) return BY_STATUS[response.statusCode] ?? String(response.statusCode);
  if (/"error":\{|"type":"error"/.test(answer)) return "stream-error";
  return lastWord.test(answer) ? "none" : "truncated";
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
