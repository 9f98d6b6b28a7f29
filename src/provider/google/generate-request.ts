import type {
  Content,
  FunctionCallingConfig,
  GenerateContentConfig,
  GenerateContentParameters,
  GoogleGenAIOptions,
  ThinkingConfig,
  Tool,
} from "@google/genai";
import type { Endpoint } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import { limitsOf } from "../limits.ts";

/** Version 3 of the SDK moves to `v1` by itself. */
export const API_VERSION = "v1beta";

export const baseUrlOf = ({ baseUrl }: Endpoint): string => baseUrl ?? "https://generativelanguage.googleapis.com";

/** One attempt by the given `fetch`: without `retryOptions` the SDK does not retry. Nothing comes from the environment. */
export const clientOptions = (endpoint: Endpoint): GoogleGenAIOptions => ({
  vertexai: false,
  apiKey: endpoint.apiKey,
  apiVersion: API_VERSION,
  httpOptions: {
    baseUrl: baseUrlOf(endpoint),
    fetch: endpoint.fetch,
    headers: { "accept-encoding": "identity" },
  },
});

export const contentsOf = ({ messages }: Question): Content[] =>
  messages.map(({ role, text }) => ({ role: role === "user" ? "user" : "model", parts: [{ text }] }));

/**
 * Gemini 3 and later take a level, 2.5 a number of tokens: of the table for a word, or as given. A word that the
 * model does not know goes out as it is, and the vendor refuses it.
 */
function thinkingConfig(model: string, effort: string): ThinkingConfig {
  const budget = /^-?\d+$/.test(effort) ? Number(effort) : limitsOf(model).budgets?.[effort];
  // The enum of levels is a value of the SDK, which is loaded only where it is used.
  const level: { thinkingLevel: unknown } = { thinkingLevel: effort.toUpperCase() };
  return budget === undefined ? (level as ThinkingConfig) : { thinkingBudget: budget };
}

/** The one tool, which has to be called; the API has no word for strictness. */
export function toolConfig({ shape }: Question): Pick<GenerateContentConfig, "toolConfig"> & { tools?: Tool[] } {
  if (shape?.mode !== "tool") return {};
  const { name, schema } = shape;
  // The enum of modes is a value of the SDK too.
  const calling: { mode: unknown; allowedFunctionNames: string[] } = { mode: "ANY", allowedFunctionNames: [name] };
  return {
    tools: [{ functionDeclarations: [{ name, parametersJsonSchema: schema }] }],
    toolConfig: { functionCallingConfig: calling as FunctionCallingConfig },
  };
}

function shapeConfig(question: Question): GenerateContentConfig {
  const { shape } = question;
  if (shape === undefined || shape.mode === "prompt") return {};
  if (shape.mode === "tool") return toolConfig(question);
  return {
    responseMimeType: "application/json",
    ...(shape.mode === "schema" ? { responseJsonSchema: shape.schema } : {}),
  };
}

export function generateBody(question: Question, signal: AbortSignal): GenerateContentParameters {
  const { model, system, maxOutputTokens, temperature, effort } = question;
  return {
    model,
    contents: contentsOf(question),
    config: {
      abortSignal: signal,
      // On by default: the SDK would send further requests by itself, and hide that it did.
      automaticContinuation: false,
      automaticFunctionCalling: { disable: true },
      ...(system === undefined ? {} : { systemInstruction: system }),
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
      ...(temperature === undefined || !limitsOf(model).temperature ? {} : { temperature }),
      ...(effort === undefined ? {} : { thinkingConfig: thinkingConfig(model, effort) }),
      ...shapeConfig(question),
    },
  };
}
