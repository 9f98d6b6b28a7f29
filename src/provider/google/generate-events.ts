import type { GenerateContentResponse, Part } from "@google/genai";
import type { FinishReason } from "../../domain/finish.ts";
import type { StreamEvent } from "../../domain/stream-event.ts";
import { googleUsage } from "../usage/google.ts";

/** A call that is malformed or that nobody asked for, an image that failed and a continuation are `other`. */
const FINISH: Readonly<Record<string, FinishReason>> = {
  STOP: "complete",
  MAX_TOKENS: "length",
  SAFETY: "filter",
  RECITATION: "filter",
  LANGUAGE: "filter",
  BLOCKLIST: "filter",
  PROHIBITED_CONTENT: "filter",
  SPII: "filter",
  IMAGE_SAFETY: "filter",
  IMAGE_PROHIBITED_CONTENT: "filter",
  IMAGE_RECITATION: "filter",
};

function partEvents({ functionCall, text, thought }: Part): StreamEvent[] {
  // A call comes in one piece.
  if (functionCall !== undefined) return [{ kind: "tool", text: JSON.stringify(functionCall.args ?? {}) }];
  if (text === undefined || text === "") return [];
  return [{ kind: thought === true ? "reasoning" : "text", text }];
}

function usageEvents(raw: unknown): StreamEvent[] {
  const usage = googleUsage(raw);
  return usage === undefined ? [] : [{ kind: "usage", usage, raw }];
}

/** A prompt that is blocked has no candidates: the reason for that is the end of its answer. */
function finishEvents({ candidates, promptFeedback }: GenerateContentResponse): StreamEvent[] {
  const raw = candidates?.[0]?.finishReason;
  if (raw !== undefined) return [{ kind: "finish", reason: FINISH[raw] ?? "other", raw }];
  const blocked = promptFeedback?.blockReason;
  return blocked === undefined ? [] : [{ kind: "finish", reason: "filter", raw: blocked }];
}

function startEvent({ modelVersion, responseId }: GenerateContentResponse): StreamEvent {
  return {
    kind: "start",
    ...(modelVersion === undefined ? {} : { model: modelVersion }),
    ...(responseId === undefined ? {} : { id: responseId }),
  };
}

/** Reads one answer: a stream's chunks, or the one response, which has the same form. */
export function responseReader(): (response: GenerateContentResponse) => readonly StreamEvent[] {
  let started = false;
  let called = false;
  /** Of several calls the first one counts: the arguments of two run together would be no JSON. */
  const isLater = ({ kind }: StreamEvent): boolean => {
    if (kind !== "tool") return false;
    const later = called;
    called = true;
    return later;
  };
  return (response) => {
    const first = started ? [] : [startEvent(response)];
    started = true;
    const events = [
      ...first,
      ...(response.candidates?.[0]?.content?.parts ?? []).flatMap(partEvents).filter((event) => !isLater(event)),
      ...usageEvents(response.usageMetadata),
      ...finishEvents(response),
    ];
    return events.length > 0 ? events : [{ kind: "other" }];
  };
}
