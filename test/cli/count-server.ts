import { loadEngine } from "../../src/tokenize/engine.ts";
import { type Behaviour, type Received, serve, type TestServer } from "../transport/server.ts";

/** The tokenizer behind the endpoints below. */
export const o200k = await loadEngine("gpt-tokenizer", "o200k_base");

type Options = {
  /** Tokens added around every message. */
  readonly overhead: number;
  readonly key: string;
  readonly simulated?: boolean;
  /** What else is done with a request; undefined: it is counted. */
  readonly instead?: (text: string, index: number) => Behaviour | undefined;
};

/** The text of a request to either vendor's count endpoint. */
export function textIn({ url, body }: Pick<Received, "url" | "body">): string {
  const parsed = JSON.parse(body) as {
    readonly messages?: readonly { readonly content: string }[];
    readonly contents?: readonly { readonly parts: readonly { readonly text: string }[] }[];
  };
  const text = url.includes("countTokens") ? parsed.contents?.[0]?.parts[0]?.text : parsed.messages?.[0]?.content;
  if (text === undefined) throw new Error(`no text in a request to ${url}`);
  return text;
}

/** Anthropic's and Google's count endpoints, with o200k behind them and a constant overhead on top. */
export function countServer({ overhead, key, simulated = false, instead }: Options): Promise<TestServer> {
  return serve((request, index) => {
    const google = /^\/v1beta\/models\/[\w.-]+:countTokens$/.test(request.url);
    if (!google && request.url !== "/v1/messages/count_tokens") return { does: "answer", status: 404, body: "{}" };
    const given = google ? request.headers["x-goog-api-key"] : request.headers.authorization;
    if (given !== (google ? key : `Bearer ${key}`)) {
      const error = { type: "authentication_error", message: `invalid key ${String(given)}` };
      return { does: "answer", status: 401, body: JSON.stringify({ type: "error", error }) };
    }
    const text = textIn(request);
    const tokens = o200k(text) + overhead;
    return (
      instead?.(text, index) ?? {
        does: "answer",
        status: 200,
        headers: simulated ? { "x-tokenwon-simulated": "1" } : {},
        body: JSON.stringify(google ? { totalTokens: tokens } : { input_tokens: tokens }),
      }
    );
  });
}
