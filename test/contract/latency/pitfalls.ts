import type { Failure } from "../../../src/domain/failure.ts";
import type { Spoken } from "../wires.ts";
import type { Play } from "./stamped-server.ts";
import type { Tokens, Words } from "./words.ts";

/** Something that a stream may do, and which of its reads every figure has to be taken at. */
export type Pitfall = {
  readonly name: string;
  /** Without it, every API. */
  readonly only?: (spoken: Spoken) => boolean;
  readonly reads: (words: Words, spoken: Spoken) => readonly (string | Uint8Array)[];
  readonly then?: Extract<Play, { does: "stream" }>["then"];
  /** What the answer says that it took; without it, it says nothing. */
  readonly tokens?: Tokens;
  /** The read at which the first event of any kind was there; without it, the first. */
  readonly event?: number;
  /** The read of every output, in their order. */
  readonly outputs: readonly number[];
  /** That of the first visible text; without it, that of the first output. */
  readonly visible?: number | "never";
  /** Tokens between the first output and the last; without it, nobody can say. */
  readonly streamed?: number;
  readonly text: string;
  readonly failure?: Failure["kind"];
};

/** Bytes of a frame in two parts, the edge in the middle of its first Hangul syllable. */
export function split(frame: string): [Uint8Array, Uint8Array] {
  const bytes = Buffer.from(frame);
  // The lead byte of three.
  const at = bytes.findIndex((byte) => byte >= 0xe0) + 1;
  return [bytes.subarray(0, at), bytes.subarray(at)];
}

const PING = ": keep-alive\n\n";
const TWO = { visible: 2, thinking: 0 };
/** Answers that come whole. */
export const PITFALLS: readonly Pitfall[] = [
  {
    name: "the first chunk has a role and nothing else",
    reads: ({ role, text, end }) => [role, text("서울은 "), text("맑습니다."), end],
    tokens: { visible: 9, thinking: 0 },
    outputs: [1, 2],
    streamed: 9,
    text: "서울은 맑습니다.",
  },
  {
    name: "chunks without anything in them, before the first text and after the last",
    reads: ({ role, empty, text, end }) => [role, empty, text("네, "), empty, text("맑아요."), empty, end],
    tokens: TWO,
    outputs: [2, 4],
    streamed: 2,
    text: "네, 맑아요.",
  },
  {
    name: "a first text of white space counts as visible",
    reads: ({ role, text, end }) => [role, text("\n"), text("네."), end],
    tokens: TWO,
    outputs: [1, 2],
    streamed: 2,
    text: "\n네.",
  },
  {
    name: "thinking that is shown, then text",
    reads: ({ role, think, text, end }) => [role, think("음, "), think("날씨."), text("맑"), text("아요."), end],
    tokens: { visible: 4, thinking: 8 },
    outputs: [1, 2, 3, 4],
    visible: 3,
    streamed: 12,
    text: "맑아요.",
  },
  {
    name: "thinking that is hidden is no token of the stream",
    reads: ({ role, text, end }) => [role, text("맑"), text("아"), text("요."), end],
    tokens: { visible: 4, thinking: 400 },
    outputs: [1, 2, 3],
    streamed: 4,
    text: "맑아요.",
  },
  {
    name: "several tokens in a chunk",
    reads: ({ role, text, end }) => [
      role,
      text("서울의 오늘 날씨는 "),
      text("구름 한 점 없이 "),
      text("맑습니다."),
      end,
    ],
    tokens: { visible: 30, thinking: 0 },
    outputs: [1, 2, 3],
    streamed: 30,
    text: "서울의 오늘 날씨는 구름 한 점 없이 맑습니다.",
  },
  {
    name: "one chunk for all: no time per token, and no gap",
    reads: ({ role, text, end }) => [role, text("맑습니다."), end],
    tokens: { visible: 5, thinking: 0 },
    outputs: [1],
    text: "맑습니다.",
  },
  {
    name: "usage that is missing is missing, not 0",
    reads: ({ role, text, end }) => [role, text("서울은 "), text("맑습니다."), end],
    outputs: [1, 2],
    text: "서울은 맑습니다.",
  },
  {
    name: "several events in a read",
    reads: ({ role, text, end }) => [role + text("서울"), text("은 ") + text("맑") + text("습니다."), end],
    tokens: { visible: 6, thinking: 0 },
    outputs: [0, 1, 1, 1],
    streamed: 6,
    text: "서울은 맑습니다.",
  },
  {
    name: "all in one read",
    reads: ({ role, text, end }) => [role + text("맑") + text("아요.") + end],
    tokens: { visible: 3, thinking: 0 },
    outputs: [0, 0],
    streamed: 3,
    text: "맑아요.",
  },
  {
    name: "an event in two reads, cut within a syllable of Hangul",
    reads: ({ role, text, end }) => [role, ...split(text("값은 ")), ...split(text("얼마인가요?")), end],
    tokens: { visible: 7, thinking: 0 },
    outputs: [2, 4],
    streamed: 7,
    text: "값은 얼마인가요?",
  },
  {
    name: "a tool call is output, and nothing visible",
    reads: ({ role, tool, end }) => [role, tool('{"city":"서울"}'), end],
    tokens: { visible: 7, thinking: 0 },
    outputs: [1],
    visible: "never",
    text: "",
  },
  {
    name: "comments are no event, neither before an answer nor in it",
    // Google's SDK takes every block for JSON.
    only: ({ provider }) => provider !== "google",
    reads: ({ role, text, end }) => [PING, role, PING, text("네, "), PING, text("맑아요."), PING, end],
    tokens: TWO,
    event: 1,
    outputs: [3, 5],
    streamed: 2,
    text: "네, 맑아요.",
  },
];
