import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { renderEcdf } from "../svg/ecdf.ts";
import { renderTimeline } from "../svg/timeline.ts";
import { ecdfOf } from "./ecdf-chart.ts";
import type { LatencyFacts } from "./facts.ts";
import { timelineOf } from "./timeline-chart.ts";
import type { LatencyWording } from "./wording.ts";

const fileOf = (name: string, { locale }: LatencyWording): string =>
  `charts/${name}${locale === "ko" ? ".ko" : ""}.svg`;

/** The pictures of the report by file, relative to its folder. */
export function latencyCharts(rows: Rows, facts: LatencyFacts, words: LatencyWording): (readonly [string, string])[] {
  return [
    ...(hasCurves(facts) ? [[fileOf("ttft", words), renderEcdf(ecdfOf(rows, facts, words))] as const] : []),
    ...(hasTimeline(facts) ? [[fileOf("timeline", words), renderTimeline(timelineOf(facts, words))] as const] : []),
  ];
}

/** Where they stand in the report, and how to read them. */
export function chartBlocks(facts: LatencyFacts, words: LatencyWording): Block[] {
  const { charts } = words;
  const curves: Block[] = [
    { kind: "text", text: charts.ecdfIntro },
    { kind: "chart", file: fileOf("ttft", words), alt: charts.ecdfAlt },
  ];
  const timeline: Block[] = [
    { kind: "text", text: charts.timelineIntro },
    { kind: "chart", file: fileOf("timeline", words), alt: charts.timelineAlt },
  ];
  const drawn = [...(hasCurves(facts) ? curves : []), ...(hasTimeline(facts) ? timeline : [])];
  return drawn.length === 0 ? [] : [{ kind: "heading", text: charts.heading }, ...drawn];
}

const hasCurves = ({ curves }: LatencyFacts): boolean => curves.some(({ ttftMs }) => ttftMs.length > 0);
const hasTimeline = ({ timeline }: LatencyFacts): boolean => timeline.length > 0;
