import type { Provider } from "../../domain/provider.ts";
import { chatReader } from "./chat-events.ts";
import { chatRequest } from "./chat-request.ts";
import { connect } from "./client.ts";
import { describe } from "./describe.ts";
import { COMPATIBLE, type Dialect, OPENAI } from "./dialect.ts";
import { events } from "./events.ts";

const chat = (dialect: Dialect): Provider => ({
  ask: async function* (question, endpoint) {
    const client = await connect(endpoint, dialect.home);
    const request = chatRequest(question, dialect);
    const answer = await client.chat.completions.create(request, { signal: endpoint.signal });
    yield* events(answer, question.stream, chatReader());
  },
  describe,
});

/** OpenAI's chat completions. */
export const openaiChat: Provider = chat(OPENAI);

/** Servers that speak the same wire, wherever they are. */
export const compatible: Provider = chat(COMPATIBLE);
