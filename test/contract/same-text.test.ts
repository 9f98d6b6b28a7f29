import { describe, expect, it } from "vitest";
import { TEXT, type Wire } from "../transport/frames.ts";
import type { Stream } from "../transport/server.ts";
import { askOverHttp, watchRejections } from "./ask-over-http.ts";
import { SPOKEN } from "./wires.ts";

watchRejections();

/** Korean in full and in single letters, emoji of several code points, and what breaks lines elsewhere than in SSE. */
const WORDS = [
  "가각갂 뷁",
  "ㅋㅋㅋ \u1100\u1161\u11a8",
  "👩‍👩‍👧‍👦🇰🇷",
  "줄1\n줄2\u2028줄3\u0085끝",
  '"}\\ data: {',
] as const;

/** Bytes of a read that cuts frames, and characters of several bytes. */
const CUT = 29;

/** The answer with other words in its chunks. */
function saying({ frames, textAt }: Wire, words: readonly string[]): string[] {
  return frames.map((frame, i) => {
    const at = textAt.indexOf(i);
    return at < 0 ? frame : frame.replace(JSON.stringify(TEXT[at] ?? ""), () => JSON.stringify(words[at] ?? ""));
  });
}
/** The same JSON with every character beyond ASCII as `\uXXXX`. */
const escaped = (frame: string): string =>
  frame.replace(/[^\x20-\x7e\r\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const lineEnds = (frames: readonly string[], end: string): string[] =>
  frames.map((frame) => frame.replace(/\r?\n/g, end));

describe.each(SPOKEN)("$name", (spoken) => {
  const { wire } = spoken;
  const frames = saying(wire, WORDS);
  const stream = (parts: readonly string[], more: Partial<Stream> = {}): Stream => ({
    does: "stream",
    frames: parts,
    ...more,
  });
  const bytes = Buffer.byteLength(frames.join(""));

  it.each<readonly [string, Stream]>([
    ["a frame in each read", stream(frames)],
    ["a few bytes in each read, so that syllables and frames are cut", stream(frames, { cut: CUT })],
    ["everything in one read", stream([frames.join("")])],
    ["two events in each read", stream(frames, { cut: Math.ceil((2 * bytes) / frames.length) })],
    ["lines that end in CRLF", stream(lineEnds(frames, "\r\n"))],
    ["CRLF, cut anywhere", stream(lineEnds(frames, "\r\n"), { cut: CUT })],
    ["comments between the frames", stream([": hello\n\n", ...frames.flatMap((frame) => [frame, ": ping\n\n"])])],
    ["characters as escapes", stream(frames.map(escaped))],
    ["compressed in spite of all", stream(frames, { gzip: true })],
  ])("says the same in %s", async (_, behaviour) => {
    const { result, line } = await askOverHttp(spoken, [behaviour]);
    expect(result).toMatchObject({ text: WORDS.join(""), failure: undefined, finish: { reason: "complete" } });
    expect(line).toMatchObject({ "tokenwon.text": WORDS.join(""), "gen_ai.usage.output_tokens": 17 });
  });

  it("joins an emoji whose surrogates come in two events", async () => {
    const words = ["반\ud83d", "\ude00갑\ud83d", "\udc4b", "습", "니다"];
    const { result, line } = await askOverHttp(spoken, [stream(saying(wire, words))]);
    expect(result).toMatchObject({ text: "반😀갑👋습니다", failure: undefined });
    expect(line).toMatchObject({ "tokenwon.text": "반😀갑👋습니다", "tokenwon.chars": 7, "tokenwon.bytes": 23 });
  });

  it("is cut within syllables in that", () => {
    const all = Buffer.from(frames.join(""));
    const cuts = Array.from({ length: Math.floor(all.length / CUT) }, (_, i) => all[(i + 1) * CUT] ?? 0);
    expect(cuts.filter((byte) => byte >= 0x80 && byte < 0xc0).length).toBeGreaterThan(0);
  });
});

describe("pings of Anthropic", () => {
  it("are no output, wherever they come", async () => {
    const [anthropic] = SPOKEN.filter(({ name }) => name === "anthropic");
    if (anthropic === undefined) throw new Error("Anthropic is not spoken");
    const ping = 'event: ping\ndata: {"type": "ping"}\n\n';
    const frames = anthropic.wire.frames.flatMap((frame) => [ping, frame]);
    const { result } = await askOverHttp(anthropic, [{ does: "stream", frames }]);
    expect(result).toMatchObject({ text: TEXT.join(""), outputs: TEXT.length, failure: undefined });
  });
});
