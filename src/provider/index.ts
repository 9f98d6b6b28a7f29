import type { Provider } from "../domain/provider.ts";
import type { ProviderEntry } from "./entry.ts";

const chat = async (): Promise<Provider> => (await import("./openai/chat.ts")).openaiChat;
const compatible = async (): Promise<Provider> => (await import("./openai/chat.ts")).compatible;

/** Every provider that is known by name. */
export const PROVIDERS: readonly ProviderEntry[] = [
  {
    name: "openai",
    title: "OpenAI",
    keys: ["OPENAI_API_KEY"],
    needsKey: true,
    urls: ["OPENAI_BASE_URL"],
    usualUrl: undefined,
    apis: { chat, responses: async () => (await import("./openai/responses.ts")).openaiResponses },
    usualApi: "chat",
  },
  {
    name: "anthropic",
    title: "Anthropic",
    keys: ["ANTHROPIC_API_KEY"],
    needsKey: true,
    urls: ["ANTHROPIC_BASE_URL"],
    usualUrl: undefined,
    apis: { messages: async () => (await import("./anthropic/messages.ts")).anthropic },
    usualApi: "messages",
  },
  {
    name: "google",
    title: "Google",
    keys: ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
    needsKey: true,
    urls: ["GOOGLE_GEMINI_BASE_URL"],
    usualUrl: undefined,
    apis: { generateContent: async () => (await import("./google/generate.ts")).google },
    usualApi: "generateContent",
  },
  {
    name: "local",
    title: "a local server that speaks OpenAI's chat API",
    keys: ["TOKENWON_LOCAL_API_KEY"],
    needsKey: false,
    urls: ["TOKENWON_LOCAL_URL"],
    // Where Ollama listens.
    usualUrl: "http://127.0.0.1:11434/v1",
    apis: { chat: compatible },
    usualApi: "chat",
  },
];

/**
 * The row of a provider. A name that is not in the table is taken for a server that speaks OpenAI's chat API, as
 * OpenRouter or Groq do: its key is in <NAME>_API_KEY, its address must be given.
 */
export function providerOf(name: string): ProviderEntry {
  const known = PROVIDERS.find((entry) => entry.name === name);
  if (known !== undefined) return known;
  const prefix = name.toUpperCase().replaceAll("-", "_");
  return {
    name,
    title: name,
    keys: [`${prefix}_API_KEY`],
    needsKey: false,
    urls: [`${prefix}_BASE_URL`],
    usualUrl: undefined,
    apis: { chat: compatible },
    usualApi: "chat",
  };
}

/** True where the table has it: others need an address. */
export const isKnown = (name: string): boolean => PROVIDERS.some((entry) => entry.name === name);
