import type { Exchange } from "../../domain/exchange.ts";

/** True for the addresses that a person opens to see what this is. */
export const isPage = (method: string, path: string): boolean =>
  (method === "GET" || method === "HEAD") && /^\/(?:health)?(?:\?|$)/.test(path);

/**
 * What the server says of itself. `host`: as the client addressed it, which may differ from `url` where the server stands
 * in another network.
 */
export function page(host: string | undefined, url: string): Exchange {
  const base = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `http://${host}` : url;
  const headers = { "content-type": "text/plain; charset=utf-8", "x-tokenwon-simulated": "1" };
  return {
    head: { at: 0, status: 200, headers },
    reads: [{ at: 0, bytes: new TextEncoder().encode(text(base)) }],
    end: { at: 0, how: "eof" },
  };
}

const text = (base: string): string => `Tokenwon 시뮬레이터

실제 모델이 아니라 LLM API를 흉내 내는 서버입니다. 응답, 응답 시간, 토큰 사용량, 오류는 모두 프로필에 따라 만들어 낸 값이므로
어떤 것도 측정값으로 쓸 수 없습니다. 모든 응답에는 x-tokenwon-simulated: 1 헤더가 붙습니다.
API 키는 확인하지 않습니다. 실제 키 대신 아무 문자열이나 넣으세요.

This is a simulator
It plays LLM APIs and holds no model. Its answers, times, token usage and errors are made up from profiles:
nothing it says is a measurement. Every response carries the header x-tokenwon-simulated: 1.
Keys are not checked. Do not send a real one; any text will do.

SDK 연결 방법 / How to point an SDK at it

OpenAI (chat completions, Responses)
  OPENAI_BASE_URL=${base}/v1
  new OpenAI({ baseURL: "${base}/v1", apiKey: "no-key" })
  OpenAI(base_url="${base}/v1", api_key="no-key")

Anthropic (Messages)
  ANTHROPIC_BASE_URL=${base}
  new Anthropic({ baseURL: "${base}", apiKey: "no-key" })
  Anthropic(base_url="${base}", api_key="no-key")

Google (generateContent)
  GOOGLE_GEMINI_BASE_URL=${base}
  new GoogleGenAI({ apiKey: "no-key", httpOptions: { baseUrl: "${base}" } })
  genai.Client(api_key="no-key", http_options={"base_url": "${base}"})
`;
