import type { Attempt } from "../../domain/attempt.ts";
import { stampsIn } from "./stamps.ts";

/** What was measured − what the server says, in ms. */
export type TimingErrors = {
  readonly ttft: number;
  /** Of every gap between two chunks, too long or too short. */
  readonly gaps: readonly number[];
};

/** What the errors need of an answer; a line of the log has it. */
export type Timed = Pick<Attempt, "tokenwon.ttft_ms" | "tokenwon.output_gaps_us" | "tokenwon.text">;

/** How wrong the times of an answer of the stamping server are; undefined where it holds no stamp, or not one for each output. */
export function timingErrors(line: Timed): TimingErrors | undefined {
  const stamps = stampsIn(line["tokenwon.text"]);
  const { "tokenwon.ttft_ms": ttft, "tokenwon.output_gaps_us": gaps = [] } = line;
  const [first] = stamps;
  if (first === undefined || ttft === undefined || gaps.length !== stamps.length - 1) return undefined;
  return {
    ttft: ttft - first,
    gaps: gaps.map((gap, i) => Math.abs(gap / 1000 - ((stamps[i + 1] ?? Number.NaN) - (stamps[i] ?? Number.NaN)))),
  };
}
