import type { ContentBlock, Message, RawMessageStreamEvent } from "@anthropic-ai/sdk/resources/messages";
import type { FinishReason } from "../../domain/finish.ts";
import type { StreamEvent } from "../../domain/stream-event.ts";
import { anthropicUsage } from "../usage/anthropic.ts";
import { firstCall } from "./first-call.ts";

const FINISH: Readonly<Record<string, FinishReason>> = {
  end_turn: "complete",
  stop_sequence: "complete",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  refusal: "refusal",
  tool_use: "tool",
};

const finish = (raw: string): StreamEvent => ({ kind: "finish", reason: FINISH[raw] ?? "other", raw });

const piece = (kind: "text" | "reasoning", text: string): StreamEvent =>
  text === "" ? { kind: "other" } : { kind, text };

function usageEvents(raw: unknown): StreamEvent[] {
  const usage = anthropicUsage(raw);
  return usage === undefined ? [] : [{ kind: "usage", usage, raw }];
}

/** Text that stands in a block, whole or as it begins. */
function blockEvent(block: ContentBlock): StreamEvent {
  if (block.type === "text") return piece("text", block.text);
  if (block.type === "thinking") return piece("reasoning", block.thinking);
  return { kind: "other" };
}

/** Input that a call of a tool begins with: `{}` where it is to be streamed, and where it stays empty. */
const inputOf = (block: ContentBlock): unknown =>
  block.type === "tool_use" || block.type === "server_tool_use" ? block.input : undefined;

type Delta = Extract<RawMessageStreamEvent, { type: "content_block_delta" }>["delta"];

function deltaEvent(delta: Delta): StreamEvent {
  switch (delta.type) {
    case "text_delta":
      return piece("text", delta.text);
    case "thinking_delta":
      return piece("reasoning", delta.thinking);
    default:
      return { kind: "other" };
  }
}

/**
 * Reads one stream. Usage comes twice, and the second time some fields are other numbers, some null and some absent:
 * the last number of each field counts, none are added. A stop reason without `message_stop` is no finish.
 */
export function messageReader(): (frame: RawMessageStreamEvent) => readonly StreamEvent[] {
  let usage: Readonly<Record<string, unknown>> = {};
  let stopReason: string | undefined;
  const tool = firstCall();
  const keep = (given: object | undefined): StreamEvent[] => {
    usage = { ...usage, ...Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== null)) };
    return usageEvents(usage);
  };
  return (frame) => {
    switch (frame.type) {
      case "message_start":
        return [{ kind: "start", model: frame.message.model, id: frame.message.id }, ...keep(frame.message.usage)];
      case "content_block_start":
        tool.begins(frame.index, inputOf(frame.content_block));
        return [blockEvent(frame.content_block)];
      case "content_block_delta":
        return [
          frame.delta.type === "input_json_delta" ? tool.takes(frame.index, frame.delta) : deltaEvent(frame.delta),
        ];
      case "content_block_stop":
        return [tool.ends(frame.index)];
      case "message_delta":
        stopReason = frame.delta.stop_reason ?? stopReason;
        return keep(frame.usage);
      case "message_stop":
        return [stopReason === undefined ? { kind: "other" } : finish(stopReason)];
      default:
        return [{ kind: "other" }];
    }
  };
}

/** An answer that came in one piece; of its tool calls the first one. */
export function wholeMessage({ model, id, content, usage, stop_reason }: Message): readonly StreamEvent[] {
  const call = content.find((block) => inputOf(block) !== undefined);
  return [
    { kind: "start", model, id },
    ...content.map((block) =>
      block === call ? ({ kind: "tool", text: JSON.stringify(inputOf(block)) } as const) : blockEvent(block),
    ),
    ...usageEvents(usage),
    ...(stop_reason === null ? [] : [finish(stop_reason)]),
  ];
}
