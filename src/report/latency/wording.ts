import type { Lang } from "../../domain/prompt.ts";
import type { Slo } from "../../domain/suite.ts";
import type { Ending } from "../../measure/ending.ts";
import type { ClientHealth } from "../../measure/latency/health.ts";
import type { LatencyFacts } from "./facts.ts";
import type { DifferenceVerdict, Place } from "./verdict.ts";

export type LatencyColumn =
  | "target"
  | "lang"
  | "n"
  | "ttft"
  | "p90"
  | "p99"
  | "ttfvt"
  | "e2e"
  | "tokensPerS"
  | "charsPerS"
  | "ttftDifference"
  | "ttfvtDifference"
  | "e2eDifference"
  | "charsDifference"
  | "ttfb"
  | "ttftP95"
  | "thinking"
  | "e2eP90"
  | "tpot"
  | "tpotP90"
  | "gap"
  | "gapLast"
  | "slowTokensPerS"
  | "wholeTokensPerS"
  | "bytesPerS"
  | "input"
  | "ratio"
  | "output"
  | "usd"
  | "pairs"
  | "asked"
  | "firstFailed"
  | "askedAgain"
  | "failedInTheEnd"
  | "otherwise"
  | "class"
  | "retries"
  | "backoff"
  | "queue"
  | "response"
  | "responseP90"
  | "throughput"
  | "publishedTtft"
  | "publishedSpeed"
  | "againstTtft"
  | "againstSpeed"
  | "cold"
  | "ttftCold"
  | "cached"
  | "ttftCached"
  | "coarse"
  | "hiddenThinking"
  | "thinkingTokens"
  | "limited"
  | "served";

/** What all requests came to, and what the difference to the first token shows of each target. */
export type Totals = {
  readonly firstFailed: number;
  readonly failedInTheEnd: number;
  readonly verdicts: readonly { readonly target: string; readonly verdict: DifferenceVerdict }[];
};

type Published = NonNullable<LatencyFacts["published"]>;

/** Every word of the latency report. */
export type LatencyWording = {
  readonly locale: "en" | "ko";
  /** With the banner in it. */
  readonly title: (facts: LatencyFacts) => string;
  /** What stands over the whole report and what stands over every table: how far the figures can be trusted. */
  readonly banner: (facts: LatencyFacts) => string;
  readonly tableBanner: (facts: LatencyFacts) => string;
  /** Of a run whose client was too slow itself. */
  readonly limited: (health: ClientHealth) => string;
  /** The same of recordings, by their targets. */
  readonly limitedRecordings: (targets: readonly string[]) => string;
  readonly summary: (facts: LatencyFacts, totals: Totals) => string;
  /** Targets that were asked and gave no answer at all, and those that were not asked. */
  readonly silent: (targets: readonly string[]) => string;
  readonly unasked: (targets: readonly string[]) => string;
  readonly lang: (lang: Lang) => string;
  /** A target, with the model that served it where several did. */
  readonly targetOf: (target: string, served: string | undefined) => string;
  readonly percent: (text: string) => string;
  readonly perSecond: (text: string) => string;
  /** A range of signed figures. */
  readonly between: (low: string, high: string) => string;

  readonly timesHeading: string;
  readonly timesIntro: string;
  readonly maxOf: (value: string, n: string) => string;
  readonly sameAsTtft: string;
  /** Below the times, where some are marked. */
  readonly coarseNote: string;
  readonly moreTimes: string;

  readonly differenceHeading: string;
  /** With how many differences have an interval. */
  readonly differenceIntro: (facts: LatencyFacts, judged: number) => string;
  readonly oneLanguage: (lang: Lang) => string;
  /** As it follows the figure. */
  readonly judged: (verdict: DifferenceVerdict, of: "time" | "characters") => string;
  readonly comparable: string;
  readonly tokensSummary: string;
  readonly tokensIntro: (facts: LatencyFacts) => string;

  readonly charts: ChartWording;

  readonly failuresHeading: string;
  readonly failuresIntro: string;
  readonly classesIntro: (facts: LatencyFacts) => string;
  /** A class as in `rate-limit` or `timeout first-token`. */
  readonly failure: (name: string) => string;
  readonly ending: (ending: Ending) => string;
  readonly waitingIntro: string;

  readonly levelsHeading: string;
  readonly levelsIntro: (presets: number) => string;
  readonly slo: (slo: Slo) => string;

  readonly publishedHeading: string;
  readonly publishedIntro: (facts: LatencyFacts, published: Published) => string;
  readonly publishedCell: (text: string) => string;
  readonly against: (place: Place) => string;

  readonly methodHeading: string;
  readonly method: (facts: LatencyFacts) => readonly string[];
  /** What of the times is this machine's own. */
  readonly errors: (facts: LatencyFacts) => readonly string[];
  readonly conditionsIntro: string;
  readonly definitionsHeading: string;
  readonly definitions: readonly string[];
  readonly notesHeading: string;
  readonly notes: (facts: LatencyFacts) => readonly string[];
  readonly columns: Readonly<Record<LatencyColumn, string>>;
};

/** The words of the charts. */
export type ChartWording = {
  readonly heading: string;
  readonly ecdfIntro: string;
  readonly ecdfAlt: string;
  /** With the grade in it: a picture may stand alone. */
  readonly ecdfTitle: (facts: LatencyFacts) => string;
  /** Where the figures come from, in a few words. */
  readonly note: (facts: LatencyFacts) => string;
  /** A time on an axis, in ms. */
  readonly time: (ms: number) => string;
  readonly timeAxis: string;
  readonly medians: (text: string) => string;
  /** Targets without a single time. */
  readonly nothing: (targets: readonly string[]) => string;
  readonly timelineIntro: string;
  readonly timelineAlt: string;
  readonly timelineTitle: (facts: LatencyFacts) => string;
  readonly runAxis: (unit: "seconds" | "minutes" | "hours") => string;
  readonly failed: string;
  /** Short, beside the strip of failures. */
  readonly failedMark: string;
  /** Where there are too many points to draw them all. */
  readonly thinned: (points: string, of: string) => string;
};
