import { STAMP_DIGITS, STAMP_MARK } from "./stamps.ts";

/** The frames of OpenAI's chat stream, made once, each already a chunk of HTTP/1.1's chunked coding. */
const SHARED = {
  id: "chatcmpl-sim-1",
  object: "chat.completion.chunk",
  created: 1_764_000_000,
  model: "calibrate",
  service_tier: "default",
  system_fingerprint: "fp_calibrate",
};

const event = (data: unknown): string => `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
const chunk = (delta: object, finish: string | null = null): string =>
  event({
    ...SHARED,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    usage: null,
    obfuscation: "0123456789abcdef",
  });
const coded = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
};

/** The role alone, as vendors send it first. */
export const ROLE: Buffer = coded(chunk({ role: "assistant", content: "", refusal: null }));

const STAMPED = coded(chunk({ content: ` 안녕하세요${STAMP_MARK}${"0".repeat(STAMP_DIGITS)}` }));
const STAMP_AT = STAMPED.indexOf(STAMP_MARK) + STAMP_MARK.length;

/** A chunk whose text says when it was written, in microseconds after the request was there. */
export function stamped(microseconds: number): Buffer {
  const frame = Buffer.from(STAMPED);
  frame.write(String(microseconds).padStart(STAMP_DIGITS, "0"), STAMP_AT, "latin1");
  return frame;
}

/** How an answer of so many chunks ends: the finish, the usage and the last word. */
export const ending = (chunks: number): Buffer =>
  coded(
    chunk({}, "stop") +
      event({
        ...SHARED,
        choices: [],
        usage: { prompt_tokens: 20, completion_tokens: 4 * chunks, total_tokens: 20 + 4 * chunks },
      }) +
      event("[DONE]"),
  );
