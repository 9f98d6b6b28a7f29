import type { StreamEvent } from "../../domain/stream-event.ts";
import { errorFacts } from "./describe.ts";
import { type Reader, said, startEvent, usageEvents } from "./events.ts";
import { field, items, word } from "./field.ts";
import { finishReason } from "./finish.ts";

/**
 * Reads chat completions, of OpenAI and of the servers that speak its wire. A whole completion is read like a chunk:
 * its `message` holds what the deltas of a stream add up to.
 */
export function chatReader(): Reader {
  let started = false;
  let finished = false;
  let refused = false;
  let call: unknown;

  return (chunk) => {
    // One answer is asked for, so there is one choice; none in the chunk that carries usage alone.
    const choice = items(chunk, "choices")[0];
    const delta = field(choice, "delta") ?? field(choice, "message");
    const refusal = word(delta, "refusal");
    refused ||= refusal !== undefined;

    const problem = errorEvents(field(chunk, "error") ?? field(choice, "error"));
    const found = [
      ...said("reasoning", word(delta, "reasoning_content") ?? word(delta, "reasoning")),
      ...said("text", word(delta, "content")),
      // What the user is shown instead of an answer; `finish` tells that it is a refusal.
      ...said("text", refusal),
      ...toolEvents(delta),
      ...said("tool", word(field(delta, "function_call"), "arguments")),
      ...usageEvents(field(chunk, "usage") ?? field(field(chunk, "x_groq"), "usage")),
      // OpenRouter gives `error` for a reason beside an error: that is no end of an answer.
      ...(problem.length > 0 ? problem : finish(word(choice, "finish_reason"))),
    ];
    const named = word(chunk, "id") !== undefined || word(chunk, "model") !== undefined;
    if (!started && (named || found.length > 0)) {
      started = true;
      return [startEvent(chunk), ...found];
    }
    return found.length > 0 ? found : [{ kind: "other" }];
  };

  /** Arguments of the first tool call, by its place; none of a second one: those of two run together would be no JSON. */
  function toolEvents(delta: unknown): StreamEvent[] {
    return items(delta, "tool_calls").flatMap((part, place) => {
      const index = field(part, "index") ?? place;
      call ??= index;
      if (call !== index) return [];
      return said("tool", word(field(part, "function"), "arguments") ?? word(field(part, "custom"), "input"));
    });
  }

  /** OpenRouter repeats the reason in later chunks: it counts once. */
  function finish(raw: string | undefined): StreamEvent[] {
    if (raw === undefined || finished) return [];
    finished = true;
    return [{ kind: "finish", reason: finishReason(raw, refused), raw }];
  }
}

/** An error in a body of status 200 (OpenRouter); in a stream the SDK throws it before it comes here. */
const errorEvents = (body: unknown): StreamEvent[] =>
  body === undefined || body === null ? [] : [{ kind: "error", error: errorFacts(body) }];
