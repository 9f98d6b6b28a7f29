import type { StreamEvent } from "../../domain/stream-event.ts";
import { usageOf } from "../usage/index.ts";
import { errorFrame } from "./describe.ts";
import { word } from "./field.ts";

/** Reads one frame, or a whole answer that came at once; remembers what earlier frames said. */
export type Reader = (frame: unknown) => readonly StreamEvent[];

/**
 * Asks, and gives the events of the answer. The SDK throws at a frame that carries an error: here it is an event, as it
 * is from the other wires, and whatever else that frame held is lost (OpenRouter puts usage there). Anything else is
 * thrown on. One generator without `yield*`, which would cost more than the reading does.
 */
export async function* events(ask: () => Promise<unknown>, stream: boolean, read: Reader): AsyncGenerator<StreamEvent> {
  const answer = await ask();
  const frames = stream ? (answer as AsyncIterable<unknown>) : [answer];
  try {
    for await (const frame of frames) for (const event of read(frame)) yield event;
  } catch (thrown) {
    const error = errorFrame(thrown);
    if (error === undefined) throw thrown;
    yield { kind: "error", error };
  }
}

/** A text of some kind, where there is any. */
export const said = (kind: "text" | "reasoning" | "tool", text: string | undefined): StreamEvent[] =>
  text === undefined ? [] : [{ kind, text }];

/** Usage, where there is any that can be read. */
export function usageEvents(raw: unknown): StreamEvent[] {
  // Most frames have none, or null.
  if (typeof raw !== "object" || raw === null) return [];
  const usage = usageOf("openai", raw);
  return usage === undefined ? [] : [{ kind: "usage", usage, raw }];
}

/** `start`, with what the server says of itself. */
export function startEvent(from: unknown): StreamEvent {
  const model = word(from, "model");
  const id = word(from, "id");
  return { kind: "start", ...(model === undefined ? {} : { model }), ...(id === undefined ? {} : { id }) };
}
