import { z } from "zod";
import type { Endpoint } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import { API_VERSION, baseUrlOf, clientOptions, contentsOf, toolConfig } from "./generate-request.ts";
import { sdk } from "./sdk.ts";

const Counted = z.object({ totalTokens: z.number() });

/** The SDK refuses to count a system prompt or a tool, though the API takes them inside a whole request. */
async function countWhole(question: Question, endpoint: Endpoint): Promise<unknown> {
  const model = `models/${question.model}`;
  const response = await endpoint.fetch(
    `${baseUrlOf(endpoint).replace(/\/$/, "")}/${API_VERSION}/${model}:countTokens`,
    {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-encoding": "identity",
        "x-goog-api-key": endpoint.apiKey,
      },
      body: JSON.stringify({
        generateContentRequest: {
          model,
          contents: contentsOf(question),
          ...(question.system === undefined ? {} : { systemInstruction: { parts: [{ text: question.system }] } }),
          ...toolConfig(question),
        },
      }),
      signal: endpoint.signal,
    },
  );
  if (response.ok) return response.json();
  const { ApiError } = await sdk();
  throw new ApiError({ status: response.status, message: await response.text() });
}

async function countAlone(question: Question, endpoint: Endpoint): Promise<unknown> {
  const { GoogleGenAI } = await sdk();
  return new GoogleGenAI(clientOptions(endpoint)).models.countTokens({
    model: question.model,
    contents: contentsOf(question),
    config: { abortSignal: endpoint.signal },
  });
}

/** Input tokens of a question, by the API's own count. */
export async function count(question: Question, endpoint: Endpoint): Promise<number> {
  const alone = question.system === undefined && question.shape?.mode !== "tool";
  const counted = await (alone ? countAlone : countWhole)(question, endpoint);
  return Counted.parse(counted).totalTokens;
}
