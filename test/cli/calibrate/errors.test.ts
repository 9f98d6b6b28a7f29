import { describe, expect, it } from "vitest";
import { timingErrors } from "../../../src/cli/calibrate/errors.ts";
import { stamped } from "../../../src/cli/calibrate/frames.ts";
import { stampsIn } from "../../../src/cli/calibrate/stamps.ts";

const line = (text: string, ttft?: number, gaps?: number[]): Parameters<typeof timingErrors>[0] => ({
  "tokenwon.text": text,
  "tokenwon.ttft_ms": ttft,
  "tokenwon.output_gaps_us": gaps,
});

describe("timingErrors", () => {
  it("is what was measured less what the server says; gaps count whether too long or too short", () => {
    const errors = timingErrors(line(" 안녕@000200000 안녕@000220000 안녕@000240500", 201.5, [22_000, 20_000]));
    expect(errors?.ttft).toBeCloseTo(1.5, 9);
    expect(errors?.gaps.map((gap) => Number(gap.toFixed(3)))).toEqual([2, 0.5]);
  });

  it("takes an answer of one chunk", () => {
    expect(timingErrors(line("@000200000", 200.25))).toEqual({ ttft: 0.25, gaps: [] });
  });

  it.each([
    ["no stamp", line("안녕하세요", 200)],
    ["no time", line("@000200000")],
    ["a chunk that was lost", line("@000200000@000220000", 200, [20_000, 20_000])],
  ])("says nothing of %s", (_, answer) => {
    expect(timingErrors(answer)).toBeUndefined();
  });
});

it("a frame holds its stamp, and no other frame changes it", () => {
  const [one, other] = [stamped(1), stamped(123_456_789)];
  expect([one, other].map((frame) => stampsIn(frame.toString()))).toEqual([[0.001], [123_456.789]]);
});
