import type { Block } from "../../src/report/model.ts";

type Table = Extract<Block, { kind: "table" }>;

/** All blocks of a report, those in details too, in order. */
export const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === "details" ? [block, ...block.blocks] : [block]));

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
