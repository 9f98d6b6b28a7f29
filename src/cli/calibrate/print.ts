import type { Calibration, CalibrationLevel } from "../../domain/health.ts";
import { holds, MOST_ERROR_MS } from "../../measure/latency/knee.ts";
import { fixed } from "../../report/format.ts";
import { type Align, table } from "../table.ts";
import { english } from "./wording.en.ts";
import { korean } from "./wording.ko.ts";

/** What is said beside the figures: the most streams that were to be tried, and where the result was kept. */
export type Beside = { readonly most: number; readonly file: string; readonly locale: "en" | "ko" };

/** Below it, the p99 of a level is little less than the longest error of all. */
const ENOUGH = 100;

/** More of a core than that is somebody else's work. */
const QUIET_LOAD = 0.3;

/** A table of the levels, and what it means in sentences. */
export function calibrationText(calibration: Calibration, { most, file, locale }: Beside): string {
  const words = locale === "ko" ? korean : english;
  const { day, node, processor, cores, load, levels, knee } = calibration;
  const at = levels.find(({ streams }) => streams === knee);
  const few = levels.filter(({ n }) => n < ENOUGH).map(({ streams }) => streams);
  const least = levels.slice(0, 1);
  const sentences = [
    ...least.map(({ streams, ttft_error_p50_ms: error }) => words.floor(streams, ms(error))),
    at === undefined
      ? words.noKnee(least[0]?.streams ?? 1, MOST_ERROR_MS)
      : words.knee(at.streams, fixed(at.chunks_per_s, 0), MOST_ERROR_MS, at.streams === most && levels.every(holds)),
    ...(at === undefined ? [] : [words.promise(part(at.streams, 2), part(at.streams, 4))]),
    ...(few.length === 0 ? [] : [words.few(few, ENOUGH)]),
    ...(load > QUIET_LOAD * cores ? [words.busy(fixed(load, 1), cores)] : []),
    words.kept(file),
  ];
  return [
    words.title(day, processor, cores, node),
    "",
    table(words.head, levels.map(row), ALIGN),
    "",
    ...sentences,
  ].join("\n");
}

const ALIGN: readonly Align[] = Array.from({ length: 8 }, () => "right");

const part = (streams: number, of: number): number => Math.max(1, Math.floor(streams / of));

const ms = (value: number): string => fixed(value, 1);

const row = (level: CalibrationLevel): string[] => [
  fixed(level.streams, 0),
  fixed(level.chunks_per_s, 0),
  ms(level.ttft_error_p50_ms),
  ms(level.ttft_error_p99_ms),
  ms(level.chunk_error_p99_ms),
  ms(level.delay_p99_ms),
  fixed(level.utilisation * 100, 0),
  fixed(level.n, 0),
];
