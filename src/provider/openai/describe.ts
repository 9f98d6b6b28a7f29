import type { ErrorFacts } from "../../domain/stream-event.ts";
import { plain } from "../plain.ts";
import { field, word } from "./field.ts";

/** What is known of an error that the SDK threw. What its headers say is in the wire log. */
export function describe(error: unknown): ErrorFacts {
  const said = errorBody(field(error, "error"));
  const status = field(error, "status");
  const code = said.code ?? codeOf(error);
  return {
    ...said,
    ...(typeof status === "number" ? { status } : {}),
    ...(code === undefined ? {} : { code }),
    message: plain(said.message ?? ownMessage(error, status)),
  };
}

/** What an error frame inside a stream said; undefined when `error` is none, but a broken connection or a fault of ours. */
export function errorFrame(error: unknown): ErrorFacts | undefined {
  const body = field(error, "error");
  const inFrame = body !== undefined && body !== null && field(error, "status") === undefined;
  return inFrame ? describe(error) : undefined;
}

/** The error object of a body that came with status 200. */
export function errorFacts(body: unknown): ErrorFacts {
  const { message, ...rest } = errorBody(body);
  return { ...rest, message: plain(message ?? JSON.stringify(body)) };
}

type Said = { readonly status?: number; readonly code?: string; readonly message?: string };

/**
 * OpenAI has words for codes; OpenRouter puts the HTTP status there, Groq puts it in `status_code`; Ollama's own errors
 * are a sentence and nothing else.
 */
function errorBody(body: unknown): Said {
  if (typeof body === "string") return { message: body };
  const number = [field(body, "status_code"), field(body, "code")].find(isStatus);
  const numeric = field(body, "code");
  const code = word(body, "code") ?? (typeof numeric === "number" ? String(numeric) : word(body, "type"));
  const message = word(body, "message");
  return {
    ...(number === undefined ? {} : { status: number }),
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
}

const isStatus = (value: unknown): value is number => typeof value === "number" && value >= 400 && value < 600;

/** The SDK's words, without the status that it puts before them. */
function ownMessage(error: unknown, status: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return typeof status === "number" ? message.replace(new RegExp(`^${status} `), "") : message;
}

/** The first code along the chain of causes, as that of a socket: `ECONNRESET`, `UND_ERR_SOCKET`. */
function codeOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at !== undefined && depth < 5; at = field(at, "cause"), depth++) {
    const code = word(at, "code");
    if (code !== undefined) return code;
  }
  // The SDK drops the cause of what it takes for a connection that timed out.
  return error instanceof Error && error.message === "Request timed out." ? "ETIMEDOUT" : undefined;
}
