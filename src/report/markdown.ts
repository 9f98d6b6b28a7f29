import type { Block, ReportModel } from "./model.ts";

/** GitHub-flavoured Markdown. Ends in one line break. */
export function renderMarkdown({ title, blocks }: ReportModel): string {
  return [`# ${title}`, ...blocks.map(renderBlock)].join("\n\n") + "\n";
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `## ${block.text}`;
    case "headline":
      return `**${block.text}**`;
    case "text":
      return block.text;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "table": {
      const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
      const rule = block.columns.map(({ align }) => (align === "right" ? "---:" : "---"));
      return [line(block.columns.map(({ title }) => title)), line(rule), ...block.rows.map(line)].join("\n");
    }
    case "chart":
      return `![${block.alt.replaceAll("]", "\\]")}](${block.file})`;
    case "details":
      return [`<details><summary>${block.summary}</summary>`, ...block.blocks.map(renderBlock), "</details>"].join(
        "\n\n",
      );
  }
}

const escapeCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
