import type { Measurement } from "../../../src/domain/measurement.ts";
import type { LatencyFacts } from "../../../src/report/latency/facts.ts";
import { latencyReport } from "../../../src/report/latency/report.ts";
import { english } from "../../../src/report/latency/wording.en.ts";
import type { LatencyWording } from "../../../src/report/latency/wording.ts";
import type { Block } from "../../../src/report/model.ts";
import { Rows } from "../../../src/report/rows.ts";
import { flat } from "../shown.ts";
import { everything, facts } from "./set.ts";

/** All blocks of a report, those in details too, in order. */
export function blocksOf(
  more: Partial<LatencyFacts> = {},
  rows: readonly Measurement[] = everything,
  words: LatencyWording = english,
): Block[] {
  const { blocks } = latencyReport(new Rows(rows), { ...facts, ...more }, words);
  return flat(blocks);
}

/** The line of a target in a language. */
export const lineOf = (
  table: readonly Readonly<Record<string, string>>[],
  target: string,
  lang = "Korean",
): Readonly<Record<string, string>> | undefined =>
  table.find((line) => line["Model"] === target && (line["Language"] ?? lang) === lang);
