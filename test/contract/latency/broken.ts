import type { Deadline } from "../../../src/domain/failure.ts";
import type { Deadlines } from "../../../src/run/deadlines.ts";
import { type Pitfall, split } from "./pitfalls.ts";
import type { Play } from "./stamped-server.ts";
import type { Words } from "./words.ts";

/** Answers that break after they began: what came before has its times, and there is no time per token. */
export const BROKEN: readonly Pitfall[] = [
  {
    name: "an error in the middle of the stream",
    reads: ({ role, text }, { wire }) => [role, text("서울은 "), text("맑"), wire.errorFrame],
    tokens: { visible: 9, thinking: 0 },
    outputs: [1, 2],
    text: "서울은 맑",
    failure: "stream-error",
  },
  ...(["end", "close", "reset"] as const).map(
    (then): Pitfall => ({
      name: `a body without its last word, then: ${then}`,
      reads: ({ role, text }) => [role, text("서울은 "), text("맑"), text("습")],
      then,
      tokens: { visible: 9, thinking: 0 },
      outputs: [1, 2, 3],
      text: "서울은 맑습",
      failure: "truncated-stream",
    }),
  ),
  {
    name: "a body that breaks off in a syllable, after half an event",
    reads: ({ role, text }) => [role, text("서울은 "), split(text("맑습니다."))[0]],
    then: "close",
    tokens: { visible: 9, thinking: 0 },
    outputs: [1],
    text: "서울은 ",
    failure: "truncated-stream",
  },
];

/** Silence, and the deadline that ends it. */
export type Stall = {
  readonly deadline: Deadline;
  readonly ms: Partial<Deadlines>;
  readonly play: (words: Words) => Play;
  /** The reads of the first event, and of every output. */
  readonly event: number | undefined;
  readonly outputs: readonly number[];
};

/** The deadline, in ms. */
export const SHORT_MS = 60;
/** One for each of our deadlines. */
export const STALLS: readonly Stall[] = [
  {
    deadline: "headers",
    ms: { headers: SHORT_MS },
    play: () => ({ does: "silence" }),
    event: undefined,
    outputs: [],
  },
  {
    deadline: "first-token",
    ms: { firstToken: SHORT_MS },
    play: ({ role }) => ({ does: "stream", reads: [role], then: "silence" }),
    event: 0,
    outputs: [],
  },
  {
    deadline: "idle",
    ms: { idle: SHORT_MS },
    play: ({ role, text }) => ({ does: "stream", reads: [role, text("서울은 ")], then: "silence" }),
    event: 0,
    outputs: [1],
  },
  {
    deadline: "total",
    ms: { total: SHORT_MS },
    play: ({ role, text }) => ({ does: "stream", reads: [role, text("서울은 "), text("맑")], then: "pings" }),
    event: 0,
    outputs: [1, 2],
  },
];
