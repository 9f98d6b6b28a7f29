import type { Failure } from "../../src/domain/failure.ts";
import { TEXT } from "../transport/frames.ts";
import type { Behaviour, Stream } from "../transport/server.ts";
import type { Conditions } from "./ask-over-http.ts";
import type { Spoken } from "./wires.ts";

/** What had come of the answer when the fault struck: two of its five chunks. */
export const PART = TEXT.slice(0, 2).join("");
export const WHOLE = TEXT.join("");
/** The answer of an API, to be broken. */
export function of({ wire }: Spoken): {
  readonly begun: readonly string[];
  readonly next: string;
  readonly rest: readonly string[];
  readonly all: readonly string[];
} {
  const [, , at = 0] = wire.textAt;
  const { frames } = wire;
  return { begun: frames.slice(0, at), next: frames[at] ?? "", rest: frames.slice(at + 1), all: frames };
}
export const stream = (frames: readonly string[], more: Partial<Stream> = {}): Stream => ({
  does: "stream",
  frames,
  ...more,
});
/** JSON without its last bracket. */
const damaged = (frame: string): string => frame.replace(/\}\s*$/, "\n\n");
const PINGS = Array.from({ length: 200 }, () => ": ping\n\n");

export type Fault = {
  readonly name: string;
  readonly server: (spoken: Spoken) => Behaviour;
  readonly conditions?: Conditions;
  readonly failure: Omit<Failure, "message" | "code" | "status" | "retryAfterMs">;
  readonly text: string;
};

export const broken = { kind: "truncated-stream", retry: true, billed: "yes" } as const;
const told = { kind: "stream-error", retry: true, billed: "yes" } as const;
const late = { kind: "timeout", retry: true, billed: "yes" } as const;
export const lost = { kind: "network", retry: true, billed: "unknown" } as const;

/** What goes wrong alike for every API. */
export const FAULTS: readonly Fault[] = [
  {
    name: "the vendor's error frame",
    server: (spoken) => stream([...of(spoken).begun, spoken.wire.errorFrame]),
    failure: told,
    text: PART,
  },
  {
    name: "the vendor's error frame, then a closed connection",
    server: (spoken) => stream([...of(spoken).begun, spoken.wire.errorFrame], { then: "close" }),
    failure: told,
    text: PART,
  },
  {
    name: "the vendor's error frame before any output",
    server: ({ wire }) => stream([wire.errorFrame]),
    failure: { ...told, billed: "unknown" },
    text: "",
  },
  {
    name: "a closed connection",
    server: (spoken) => stream(of(spoken).begun, { then: "close" }),
    failure: broken,
    text: PART,
  },
  {
    name: "a reset connection",
    server: (spoken) => stream(of(spoken).begun, { then: "reset" }),
    failure: broken,
    text: PART,
  },
  {
    name: "a connection closed after the headers",
    server: () => stream([], { then: "close" }),
    failure: { ...broken, billed: "unknown" },
    text: "",
  },
  { name: "a clean end too soon", server: (spoken) => stream(of(spoken).begun), failure: broken, text: PART },
  {
    name: "half a frame, then the end",
    server: (spoken) => stream(of(spoken).all, { after: of(spoken).begun.length, then: "half" }),
    failure: broken,
    text: PART,
  },
  {
    name: "a frame that is no JSON",
    server: (spoken) => stream([...of(spoken).begun, damaged(of(spoken).next), ...of(spoken).rest]),
    failure: told,
    text: PART,
  },
  {
    name: "status 200 with an empty body",
    server: () => ({ does: "answer", status: 200, headers: { "content-type": "text/event-stream" } }),
    failure: { ...broken, billed: "unknown" },
    text: "",
  },
  {
    name: "silence after two chunks",
    server: (spoken) => stream(of(spoken).begun, { then: "stall" }),
    conditions: { deadlines: { idle: 300 } },
    failure: { ...late, deadline: "idle" },
    text: PART,
  },
  {
    name: "no headers",
    server: () => ({ does: "no-headers" }),
    conditions: { deadlines: { headers: 150 } },
    failure: { ...late, deadline: "headers", billed: "unknown" },
    text: "",
  },
  {
    name: "pings and no token",
    server: () => stream(PINGS, { gapMs: 10, then: "stall" }),
    conditions: { deadlines: { firstToken: 200 } },
    failure: { ...late, deadline: "first-token", billed: "unknown" },
    text: "",
  },
  {
    name: "an answer without an end",
    server: (spoken) => stream([...of(spoken).begun, ...PINGS], { gapMs: 10, then: "stall" }),
    conditions: { deadlines: { total: 500 } },
    failure: { ...late, deadline: "total", retry: false },
    text: PART,
  },
  { name: "a reset before the headers", server: () => ({ does: "hang-up", how: "reset" }), failure: lost, text: "" },
  { name: "an end before the headers", server: () => ({ does: "hang-up", how: "close" }), failure: lost, text: "" },
];
