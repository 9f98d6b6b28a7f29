import { ALL_DOMAINS } from "../../domain/pair.ts";
import { rank, two } from "../cells.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Block, ReportModel } from "../model.ts";
import type { Rows } from "../rows.ts";
import { articleBlocks } from "./article-table.ts";
import { columns } from "./columns.ts";
import { costBlocks } from "./cost-tables.ts";
import { detailBlocks, formBlocks, templateBlocks } from "./detail-tables.ts";
import type { Facts } from "./facts.ts";
import { headlineBlocks } from "./headline.ts";
import { ratioBlocks } from "./ratio-tables.ts";
import type { Wording } from "./wording.ts";

/** The korean-tokens report in one language: headline, what decides, detail, method, limits. */
export function koreanTokensReport(rows: Rows, facts: Facts, words: Wording): ReportModel {
  return {
    title: words.title,
    blocks: [
      ...headlineBlocks(rows, facts, words),
      ...ratioBlocks(rows, facts, words),
      ...costBlocks(rows, facts, words),
      ...articleBlocks(rows, facts, words),
      ...unknownBlocks(facts, words),
      ...detailBlocks(rows, facts, words),
      ...formBlocks(rows, facts, words),
      ...templateBlocks(rows, facts, words),
      { kind: "heading", text: words.methodHeading },
      { kind: "list", items: methodLines(rows, facts, words) },
      evidenceTable(facts, words),
      { kind: "heading", text: words.limitsHeading },
      { kind: "list", items: limitLines(facts, words) },
    ],
  };
}

function unknownBlocks({ unknown }: Facts, words: Wording): Block[] {
  if (unknown.length === 0) return [];
  return [
    { kind: "heading", text: words.unknownHeading },
    { kind: "text", text: words.unknownIntro },
    {
      kind: "table",
      columns: columns(words, ["family", "targets", "range", "reason", "toMakeExact"]),
      rows: unknown.map(({ entry, targets, range }) => [
        words.family(entry),
        String(targets.length),
        `${two(range.low)}–${two(range.high)}`,
        words.locale === "ko" ? range.reason_ko : range.reason,
        entry.toMakeExact === undefined ? UNKNOWN : words.remedy(entry.toMakeExact),
      ]),
    },
  ];
}

function methodLines(rows: Rows, facts: Facts, words: Wording): string[] {
  const size = rows.find({ metric: "pairs", domain: ALL_DOMAINS });
  const notCounted = words.notCounted(facts.notCounted);
  return [
    ...facts.dataset.readAs.map(({ file, encoding }) => words.readAs(file, encoding)),
    ...(facts.dataset.ignored.length === 0 ? [] : [words.ignored(facts.dataset.ignored)]),
    ...(facts.dataset.documented ? [] : [words.undocumented]),
    ...words.method({
      dataset: words.locale === "ko" ? facts.dataset.titleKo : facts.dataset.title,
      pairs: rank(size?.n),
      documents: rank(size?.clusters),
      sha256: facts.dataset.sha256.slice(0, 16),
      mix: facts.mix
        .map(({ domain, share }) => `${words.domain(domain)} ${words.percent(fixed(share * 100, 1))}`)
        .join(", "),
      reweighted: facts.reweighted,
      resamples: rank(facts.resamples),
      seed: facts.seed,
      run: facts.run,
      command: facts.command,
    }),
    ...(facts.outside.length === 0 ? [] : [words.outsideSources(facts.outside)]),
    ...(notCounted === undefined ? [] : [notCounted]),
  ];
}

function evidenceTable({ tokenizers }: Facts, words: Wording): Block {
  return {
    kind: "details",
    summary: words.evidenceSummary,
    blocks: [
      {
        kind: "table",
        columns: columns(words, ["tokenizer", "countedBy", "why"]),
        rows: tokenizers.map((entry) => [words.tokenizer(entry), entry.how, entry.evidence]),
      },
    ],
  };
}

function limitLines({ dataset, leftOut }: Facts, words: Wording): readonly string[] {
  const lines = words.limits(words.locale === "ko" ? dataset.limitsKo : dataset.limits);
  return leftOut.length === 0 ? lines : [...lines, words.leftOut(leftOut)];
}
