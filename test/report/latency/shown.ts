import type { Measurement } from "../../../src/domain/measurement.ts";
import type { LatencyFacts } from "../../../src/report/latency/facts.ts";
import { latencyReport } from "../../../src/report/latency/report.ts";
import { english } from "../../../src/report/latency/wording.en.ts";
import type { LatencyWording } from "../../../src/report/latency/wording.ts";
import type { Block } from "../../../src/report/model.ts";
import { Rows } from "../../../src/report/rows.ts";
import { everything, facts } from "./set.ts";

type Table = Extract<Block, { kind: "table" }>;

/** All blocks of a report, those in details too, in order. */
export function blocksOf(
  more: Partial<LatencyFacts> = {},
  rows: readonly Measurement[] = everything,
  words: LatencyWording = english,
): Block[] {
  const { blocks } = latencyReport(new Rows(rows), { ...facts, ...more }, words);
  return blocks.flatMap((block) => (block.kind === "details" ? [block, ...block.blocks] : [block]));
}

/** Every line of words that stands beside the figures: headings, texts and lists. */
export const linesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === "list") return block.items;
    return block.kind === "text" || block.kind === "headline" || block.kind === "heading" ? [block.text] : [];
  });

/** The table that has a column of this name, its cells by column. */
export function tableWith(column: string, blocks: readonly Block[]): Readonly<Record<string, string>>[] {
  const table = blocks.find(
    (block): block is Table => block.kind === "table" && block.columns.some(({ title }) => title === column),
  );
  return (table?.rows ?? []).map((cells) =>
    Object.fromEntries((table?.columns ?? []).map(({ title }, i) => [title, cells[i] ?? ""])),
  );
}

/** The line of a target in a language. */
export const lineOf = (
  table: readonly Readonly<Record<string, string>>[],
  target: string,
  lang = "Korean",
): Readonly<Record<string, string>> | undefined =>
  table.find((line) => line["Model"] === target && (line["Language"] ?? lang) === lang);
