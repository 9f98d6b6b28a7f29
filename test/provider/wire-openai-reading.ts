import { readFileSync } from "node:fs";
import type { Usage } from "../../src/domain/usage.ts";
import { sharedFile } from "../shared.ts";

/** A recorded body, as its manifest describes it. */
export type Body = {
  readonly file: string;
  readonly vendor: string;
  readonly api: "chat" | "responses" | "input_tokens";
  readonly stream: boolean;
  readonly status: number;
  readonly framing: string;
};

type Json = { readonly [name: string]: Json | undefined } & readonly Json[];

const VENDORS = ["openai", "deepseek", "groq", "openrouter"];

/** The recorded bodies of OpenAI and of the servers that speak its wire. */
export const recordedBodies = (): Body[] =>
  (JSON.parse(readFileSync(sharedFile("data/wire/MANIFEST.json"), "utf8")) as Body[]).filter(({ vendor }) =>
    VENDORS.includes(vendor),
  );

const textOf = ({ file }: Body): string => readFileSync(sharedFile(`data/wire/${file}`), "utf8");
const linesOf = (body: Body): string[] => textOf(body).trim().split("\n");

/** A body as it went over the wire: where the frames lost their envelope they are given one. */
export function onTheWire(body: Body): Uint8Array {
  if (!body.framing.startsWith("jsonl")) return readFileSync(sharedFile(`data/wire/${body.file}`));
  const frames = linesOf(body).map((line) => {
    const { type } = JSON.parse(line) as { type?: string };
    return `${body.api === "responses" ? `event: ${type}\n` : ""}data: ${line}\n\n`;
  });
  return new TextEncoder().encode(frames.join(""));
}

/** What a body says, read straight from its JSON. */
export type Reading = {
  readonly text: string;
  readonly usage: Partial<Usage> | undefined;
  readonly finish: string | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
};

export function reading(body: Body): Reading {
  const objects = body.stream
    ? linesOf(body)
        .map((line) => line.replace(/^data: ?/, ""))
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as Json)
    : [JSON.parse(textOf(body)) as Json];
  return body.api === "chat" ? chatReading(objects) : responseReading(objects);
}

const string = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const number = (value: Json | undefined): number => (typeof value === "number" ? value : 0);
const errorOf = (error: Json | undefined): Reading["error"] =>
  error ? { code: String(error["code"]), message: string(error["message"]) } : undefined;

function chatReading(chunks: readonly Json[]): Reading {
  const choices = chunks.flatMap((chunk) => chunk["choices"]?.[0] ?? []);
  const parts = choices.map((choice) => choice["delta"] ?? choice["message"]);
  return {
    text: parts.map((part) => string(part?.["content"]) + string(part?.["refusal"])).join(""),
    usage: buckets(chunks.findLast((chunk) => chunk["usage"])?.["usage"], "prompt", "completion"),
    finish: string(choices.find((choice) => choice["finish_reason"])?.["finish_reason"]) || undefined,
    error: errorOf(chunks.find((chunk) => chunk["error"])?.["error"]),
  };
}

function responseReading(frames: readonly Json[]): Reading {
  const deltas = frames.filter((frame) => string(frame["type"]) === "response.output_text.delta");
  const last = frames.at(-1);
  const response = last?.["response"] ?? last;
  const whole = (response?.["output"] ?? [])
    .flatMap((item) => item["content"] ?? [])
    .map((part) => string(part["text"]));
  const details = response?.["incomplete_details"];
  return {
    text: frames.length > 1 ? deltas.map((frame) => string(frame["delta"])).join("") : whole.join(""),
    usage: buckets(response?.["usage"], "input", "output"),
    finish: response?.["error"] ? undefined : string(details?.["reason"] ?? response?.["status"]),
    error: errorOf(response?.["error"]),
  };
}

function buckets(usage: Json | undefined, prompt: string, answer: string): Reading["usage"] {
  if (!usage) return undefined;
  const cache_read = number(usage[`${prompt}_tokens_details`]?.["cached_tokens"]);
  const output = number(usage[`${answer}_tokens`]);
  const thinking = Math.min(output, number(usage[`${answer}_tokens_details`]?.["reasoning_tokens"]));
  return {
    fresh_input: number(usage[`${prompt}_tokens`]) - cache_read,
    cache_read,
    visible_output: output - thinking,
    thinking,
  };
}
