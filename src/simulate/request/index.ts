import type { Prompt } from "../prompt.ts";
import type { Route } from "../route.ts";
import { chatPrompt } from "./chat.ts";
import { generatePrompt } from "./generate.ts";
import { messagePrompt } from "./messages.ts";
import { responsesPrompt } from "./responses.ts";

const READERS: Readonly<Record<Route["api"], (body: unknown, route: Route) => Prompt | undefined>> = {
  chat: chatPrompt,
  responses: responsesPrompt,
  messages: messagePrompt,
  generateContent: generatePrompt,
};

/** What a request asks for; undefined where its body cannot be read. */
export function promptOf(body: string, route: Route): Prompt | undefined {
  try {
    return READERS[route.api](JSON.parse(body), route);
  } catch {
    return undefined;
  }
}
