import type { StreamEvent } from "../../domain/stream-event.ts";

/**
 * The input of the first call of a tool in a stream, and of none after it: those of two run together would be no JSON. A
 * call without any input comes without a piece of it, and counts as the empty object that it began with.
 */
export function firstCall(): {
  /** A block begins; `input` is undefined of one that is no call. */
  readonly begins: (index: number, input: unknown) => void;
  readonly takes: (index: number, delta: { readonly partial_json: string }) => StreamEvent;
  readonly ends: (index: number) => StreamEvent;
} {
  let call: { readonly index: number; readonly input: unknown; came: boolean } | undefined;
  return {
    begins: (index, input) => {
      if (input !== undefined) call ??= { index, input, came: false };
    },
    takes: (index, { partial_json: text }) => {
      call ??= { index, input: {}, came: false };
      if (call.index !== index || text === "") return { kind: "other" };
      call.came = true;
      return { kind: "tool", text };
    },
    ends: (index) => {
      if (call?.index !== index || call.came) return { kind: "other" };
      call.came = true;
      return { kind: "tool", text: JSON.stringify(call.input) };
    },
  };
}
