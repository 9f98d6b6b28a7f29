import type { GenerateContentResponse } from "@google/genai";
import type { Endpoint, Provider } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import type { StreamEvent } from "../../domain/stream-event.ts";
import { count } from "./count.ts";
import { describe, isApiError } from "./describe.ts";
import { responseReader } from "./generate-events.ts";
import { clientOptions, generateBody } from "./generate-request.ts";
import { sdk } from "./sdk.ts";

type Chunks = AsyncIterable<GenerateContentResponse> | readonly GenerateContentResponse[];

async function send(question: Question, endpoint: Endpoint, signal: AbortSignal): Promise<Chunks> {
  const { GoogleGenAI } = await sdk();
  const { models } = new GoogleGenAI(clientOptions(endpoint));
  const body = generateBody(question, signal);
  return question.stream ? models.generateContentStream(body) : [await models.generateContent(body)];
}

async function* read(chunks: Chunks, signal: AbortSignal): AsyncIterable<StreamEvent> {
  const events = responseReader();
  let finished = false;
  try {
    for await (const chunk of chunks) {
      for (const event of events(chunk)) {
        finished ||= event.kind === "finish";
        yield event;
      }
    }
  } catch (error) {
    if (isApiError(error)) {
      yield { kind: "error", error: describe(error) };
      return;
    }
    if (!endsInHalf(error)) throw error;
  }
  if (!finished) signal.throwIfAborted();
}

/** How the SDK takes a stream that ends within a frame: like any other that stops too soon, it merely ended. */
const endsInHalf = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Incomplete JSON segment");

/** The SDK leaves the socket open when its reader stops early: aborting is what closes it. */
async function* ask(question: Question, endpoint: Endpoint): AsyncIterable<StreamEvent> {
  const closing = new AbortController();
  const abort = (): void => closing.abort(endpoint.signal.reason);
  if (endpoint.signal.aborted) abort();
  endpoint.signal.addEventListener("abort", abort);
  try {
    yield* read(await send(question, endpoint, closing.signal), endpoint.signal);
  } finally {
    endpoint.signal.removeEventListener("abort", abort);
    closing.abort();
  }
}

async function ready(): Promise<void> {
  await sdk();
}

/** Gemini by the Developer API. */
export const google: Provider = { ask, count, describe, ready };
