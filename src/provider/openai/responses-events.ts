import type { StreamEvent } from "../../domain/stream-event.ts";
import { errorFacts } from "./describe.ts";
import { type Reader, said, startEvent, usageEvents } from "./events.ts";
import { field, items, word } from "./field.ts";
import { finishReason } from "./finish.ts";

/** Frames that carry a piece of output in `delta`, by what it is a piece of. */
const DELTAS = new Map<string, "text" | "reasoning" | "tool">([
  ["response.output_text.delta", "text"],
  // What the user is shown instead of an answer; `finish` tells that it is a refusal.
  ["response.refusal.delta", "text"],
  ["response.reasoning_text.delta", "reasoning"],
  ["response.reasoning_summary_text.delta", "reasoning"],
  ["response.function_call_arguments.delta", "tool"],
  ["response.custom_tool_call_input.delta", "tool"],
  ["response.mcp_call_arguments.delta", "tool"],
  ["response.code_interpreter_call_code.delta", "tool"],
]);

/** Frames that carry the whole response at its end. */
const ENDS = new Set(["response.completed", "response.incomplete", "response.failed"]);

/** Reads the frames of a streamed response. */
export function responsesReader(): Reader {
  let failed = false;
  let call: unknown;

  /** Whether a frame is of another tool call than the first one: arguments of two run together would be no JSON. */
  const isLater = (type: string, frame: unknown): boolean => {
    if (DELTAS.get(type) !== "tool") return false;
    const item = field(frame, "item_id") ?? field(frame, "output_index");
    call ??= item;
    return call !== item;
  };

  return (frame) => {
    const type = word(frame, "type") ?? "";
    const found = isLater(type, frame) ? [] : eventsOf(type, frame);
    // `error` is followed by `response.failed`, which says the same again.
    const once = failed ? found.filter(({ kind }) => kind !== "error") : found;
    failed ||= found.some(({ kind }) => kind === "error");
    return once.length > 0 ? once : [{ kind: "other" }];
  };
}

function eventsOf(type: string, frame: unknown): StreamEvent[] {
  const piece = DELTAS.get(type);
  if (piece !== undefined) return said(piece, word(frame, "delta"));
  if (type === "response.created") return [startEvent(field(frame, "response"))];
  if (ENDS.has(type)) return endEvents(field(frame, "response"));
  // Its `type` is that of the frame, not of the error.
  if (type === "error") return [{ kind: "error", error: errorFacts({ ...(frame as object), type: undefined }) }];
  return [];
}

/** Reads a response that came whole; of its tool calls the first one. */
export const wholeResponse: Reader = (response) => {
  const output = items(response, "output").flatMap(outputEvents);
  const call = output.find(({ kind }) => kind === "tool");
  return [
    startEvent(response),
    ...output.filter((event) => event.kind !== "tool" || event === call),
    ...endEvents(response),
  ];
};

/** Reasoning that is shown, text, refusals and arguments of tool calls, in the order of the output. */
const outputEvents = (item: unknown): StreamEvent[] => [
  ...items(item, "summary").flatMap((part) => said("reasoning", word(part, "text"))),
  ...items(item, "content").flatMap((part) =>
    said(field(item, "type") === "reasoning" ? "reasoning" : "text", word(part, "text") ?? word(part, "refusal")),
  ),
  ...said("tool", word(item, "arguments") ?? word(item, "input") ?? word(item, "code")),
];

/** Usage and the end: a response that is neither complete nor incomplete nor failed has not ended. */
function endEvents(response: unknown): StreamEvent[] {
  return [...usageEvents(field(response, "usage")), ...statusEvents(response)];
}

function statusEvents(response: unknown): StreamEvent[] {
  const status = word(response, "status");
  switch (status) {
    case "completed":
      return [{ kind: "finish", reason: completion(response), raw: status }];
    case "incomplete": {
      const raw = word(field(response, "incomplete_details"), "reason") ?? status;
      return [{ kind: "finish", reason: finishReason(raw, refuses(response)), raw }];
    }
    case "failed":
    case "cancelled":
      return [{ kind: "error", error: errorFacts(field(response, "error") ?? { message: `response ${status}` }) }];
    default:
      return [];
  }
}

/** A complete response may be an answer, a refusal, or a call that waits for a tool of ours. */
function completion(response: unknown): "complete" | "refusal" | "tool" {
  if (refuses(response)) return "refusal";
  const calls = items(response, "output").some((item) =>
    ["function_call", "custom_tool_call"].includes(word(item, "type") ?? ""),
  );
  return calls ? "tool" : "complete";
}

const refuses = (response: unknown): boolean =>
  items(response, "output").some((item) => items(item, "content").some((part) => word(part, "refusal") !== undefined));
