import type { Anthropic } from "@anthropic-ai/sdk";
import type { Endpoint, Provider } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import type { StreamEvent } from "../../domain/stream-event.ts";
import { describe, isErrorFrame } from "./describe.ts";
import { messageReader, wholeMessage } from "./messages-events.ts";
import { clientOptions, countBody, messageBody } from "./messages-request.ts";
import { sdk } from "./sdk.ts";

async function connect(endpoint: Endpoint): Promise<Anthropic> {
  const { Anthropic } = await sdk();
  return new Anthropic(clientOptions(endpoint));
}

async function* ask(question: Question, endpoint: Endpoint): AsyncIterable<StreamEvent> {
  const client = await connect(endpoint);
  const { signal } = endpoint;
  const body = messageBody(question);
  if (!question.stream) {
    yield* wholeMessage(await client.messages.create({ ...body, stream: false }, { signal }));
    return;
  }
  const read = messageReader();
  let finished = false;
  try {
    for await (const frame of await client.messages.create({ ...body, stream: true }, { signal })) {
      for (const event of read(frame)) {
        finished ||= event.kind === "finish";
        yield event;
      }
    }
  } catch (error) {
    if (!isErrorFrame(error)) throw error;
    yield { kind: "error", error: describe(error) };
    return;
  }
  // The SDK ends an aborted stream as if it were whole.
  if (!finished) signal.throwIfAborted();
}

async function ready(): Promise<void> {
  await sdk();
}

async function count(question: Question, endpoint: Endpoint): Promise<number> {
  const client = await connect(endpoint);
  const { input_tokens } = await client.messages.countTokens(countBody(question), { signal: endpoint.signal });
  return input_tokens;
}

/** Claude by the Messages API: raw events, so that an answer is complete only when its last frame came. */
export const anthropic: Provider = { ask, count, describe, ready };
