/** What `calibrate` says of its figures. */
export type Wording = {
  readonly title: (day: string, processor: string, cores: number, node: string) => string;
  /** Streams, chunks a second, TTFT error p50 and p99, gap error p99, loop delay p99, utilisation, answers. */
  readonly head: readonly string[];
  readonly floor: (streams: number, ms: string) => string;
  /** `more`: it was the most that was tried, and all held. */
  readonly knee: (streams: number, chunks: string, ms: number, more: boolean) => string;
  readonly noKnee: (streams: number, ms: number) => string;
  /** Half of the knee, and half of that. */
  readonly promise: (half: number, quarter: number) => string;
  /** Levels of fewer answers than `enough`. */
  readonly few: (streams: readonly number[], enough: number) => string;
  readonly busy: (load: string, cores: number) => string;
  readonly kept: (file: string) => string;
};

const streamsText = (streams: number): string => (streams === 1 ? "one stream" : `${streams} streams`);

export const english: Wording = {
  title: (day, processor, cores, node) => `Calibration of ${day}: ${processor}, ${cores} cores, Node ${node}`,
  head: [
    "streams",
    "reads/s",
    "TTFT error p50 ms",
    "TTFT error p99 ms",
    "gap error p99 ms",
    "loop late p99 ms",
    "loop busy %",
    "answers",
  ],
  floor: (streams, ms) => `Floor: with ${streamsText(streams)}, a TTFT is measured ${ms} ms too long (median).`,
  knee: (streams, chunks, ms, more) =>
    `Knee: up to ${streamsText(streams)} in one process (${chunks} reads a second), TTFT is right to ${ms} ms in 99 of 100 answers${more ? "; more were not tried" : ""}.`,
  noKnee: (streams, ms) =>
    `Knee: none. Even with ${streamsText(streams)}, more than 1 TTFT of 100 was wrong by ${ms} ms: this machine is too busy to time answers.`,
  promise: (half, quarter) =>
    `What a run may promise: times of up to ${streamsText(half)} as fast as these, half of the knee, since a run has more to do between answers; over HTTPS, which was not tried, of ${quarter}.`,
  few: (streams, enough) =>
    `Where a level has fewer than ${enough} answers (streams: ${streams.join(", ")}), p99 is nearly the worst of them.`,
  busy: (load, cores) =>
    `Others were at work when it began (load ${load} on ${cores} cores): calibrate again when the machine is quiet.`,
  kept: (file) => `Kept in ${file}; reports of latency show it.`,
};
