import type { JsonSchema } from "../domain/question.ts";

export type PromptMessage = { readonly role: "system" | "user" | "assistant"; readonly text: string };

/** A request for an answer, whichever vendor's API it came by. */
export type Prompt = {
  readonly model: string;
  /** System prompt first; never empty. */
  readonly messages: readonly [PromptMessage, ...PromptMessage[]];
  /** Tokens of the answer, thinking included. */
  readonly maxTokens: number | undefined;
  readonly stream: boolean;
  /** Whether a stream of chat completions is to tell its usage. */
  readonly tellUsage: boolean;
  /** JSON that the API was asked for, by a schema or without one; or the arguments of a tool, which may have to be called. */
  readonly json:
    | { readonly schema: JsonSchema | undefined; readonly tool: string | undefined; readonly forced?: boolean }
    | undefined;
};

/** Tokens that a chat template adds to each message: OpenAI's own recipe for chat models says 3, plus the role. */
export const MESSAGE_OVERHEAD_TOKENS = 4;

/** Hangul among the letters of a text from which on it is Korean: names and code in Latin letters are common in it. */
const KOREAN_SHARE = 0.2;

/** Whether the last thing the user said is Korean; `besides` is text in it that is no language, such as a schema. */
export function isKorean({ messages }: Prompt, besides = ""): boolean {
  const said = messages.findLast(({ role }) => role === "user")?.text ?? "";
  const text = besides === "" ? said : said.replace(besides, "");
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && hangul / letters >= KOREAN_SHARE;
}
