import { OPENAI_HOME, takesTemperature } from "./limits.ts";

/** How servers of chat completions differ in what they take. What they send is read alike, from all of them. */
export type Dialect = {
  /** Where it is when the endpoint names no address; undefined: an address must be given. */
  readonly home: string | undefined;
  readonly maxTokens: "max_completion_tokens" | "max_tokens";
  /** Whether padding of the frames can be declined; a server that does not know the option may refuse the request. */
  readonly obfuscates: boolean;
  /** Whether arguments of a tool may be asked for strictly; likewise. */
  readonly strictTools: boolean;
  readonly takesTemperature: (model: string) => boolean;
};

export const OPENAI: Dialect = {
  home: OPENAI_HOME,
  maxTokens: "max_completion_tokens",
  obfuscates: true,
  strictTools: true,
  takesTemperature,
};

/** Ollama, vLLM, llama.cpp, LM Studio, OpenRouter, LiteLLM, Groq, DeepSeek. */
export const COMPATIBLE: Dialect = {
  home: undefined,
  maxTokens: "max_tokens",
  obfuscates: false,
  strictTools: false,
  takesTemperature: () => true,
};
