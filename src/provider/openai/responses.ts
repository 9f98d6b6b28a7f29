import type { Provider } from "../../domain/provider.ts";
import { connect, ready } from "./client.ts";
import { describe } from "./describe.ts";
import { events } from "./events.ts";
import { OPENAI_HOME } from "./limits.ts";
import { responsesReader, wholeResponse } from "./responses-events.ts";
import { countRequest, responsesRequest } from "./responses-request.ts";

/** OpenAI's Responses. */
export const openaiResponses: Provider = {
  ask: (question, endpoint) => {
    const ask = async (): Promise<unknown> => {
      const client = await connect(endpoint, OPENAI_HOME);
      return client.responses.create(responsesRequest(question), { signal: endpoint.signal });
    };
    return events(ask, question.stream, question.stream ? responsesReader() : wholeResponse);
  },
  count: async (question, endpoint) => {
    const client = await connect(endpoint, OPENAI_HOME);
    const { input_tokens } = await client.responses.inputTokens.count(countRequest(question), {
      signal: endpoint.signal,
    });
    if (!Number.isSafeInteger(input_tokens)) throw new Error("The count endpoint answered without a count.");
    return input_tokens;
  },
  describe,
  ready,
};
