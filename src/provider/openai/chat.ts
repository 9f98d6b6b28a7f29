import type { Provider } from "../../domain/provider.ts";
import { chatReader } from "./chat-events.ts";
import { chatRequest } from "./chat-request.ts";
import { connect, ready } from "./client.ts";
import { describe } from "./describe.ts";
import { COMPATIBLE, type Dialect, OPENAI } from "./dialect.ts";
import { events } from "./events.ts";

const chat = (dialect: Dialect): Provider => ({
  ask: (question, endpoint) => {
    const ask = async (): Promise<unknown> => {
      const client = await connect(endpoint, dialect.home);
      return client.chat.completions.create(chatRequest(question, dialect), { signal: endpoint.signal });
    };
    return events(ask, question.stream, chatReader());
  },
  describe,
  ready,
});

/** OpenAI's chat completions. */
export const openaiChat: Provider = chat(OPENAI);

/** Servers that speak the same wire, wherever they are. */
export const compatible: Provider = chat(COMPATIBLE);
