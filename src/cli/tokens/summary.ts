import { costBlocks } from "../../report/korean-tokens/cost-tables.ts";
import { ratioBlocks } from "../../report/korean-tokens/ratio-tables.ts";
import { koreanTokensReport } from "../../report/korean-tokens/report.ts";
import { english } from "../../report/korean-tokens/wording.en.ts";
import { korean } from "../../report/korean-tokens/wording.ko.ts";
import type { Block } from "../../report/model.ts";
import { Rows } from "../../report/rows.ts";
import { paintFor } from "../colour.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";
import type { TokenResult } from "./measure.ts";

type Locale = "en" | "ko";

/** The language that was asked for, else that of the terminal. */
export function localeOf(asked: Locale | undefined, env: Effects["env"]): Locale {
  const terminal = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return asked ?? (/^ko/i.test(terminal ?? "") ? "ko" : "en");
}

const WORDS = {
  en: {
    wrote: (count: number, folder: string) => `Wrote ${count} files to ${folder}/`,
    next: 'Next: open report.md there, ask `npm run eval -- count "한국어 문장"`, or run on your own text with --dataset FILE.',
  },
  ko: {
    wrote: (count: number, folder: string) => `${folder}/에 파일 ${count}개를 썼습니다`,
    next: '다음: report.ko.md를 열어 보거나, `npm run eval -- count "한국어 문장"`으로 토큰을 세어 보거나, `--dataset 파일`을 지정해 내 텍스트로 측정해 보세요.',
  },
} as const;

/** Columns of the cost table that fit a terminal: target, tokens, dollars, ranks, evidence. */
const COST_COLUMNS = [0, 1, 2, 3, 6, 7, 8];

/** Headline and the two tables that decide something, then where the rest is. */
export function printSummary(
  result: TokenResult,
  folder: string,
  files: readonly string[],
  locale: Locale,
  { stdout, env }: Effects,
): void {
  const rows = new Rows(result.rows);
  const words = locale === "ko" ? korean : english;
  const report = koreanTokensReport(rows, result.facts, words);
  const paint = paintFor(stdout, env);
  const headline = report.blocks.find((block) => block.kind === "headline");
  if (headline?.kind === "headline") say(stdout, `${paint.bold(headline.text)}\n`);
  const takeaways = report.blocks.slice(
    1,
    report.blocks.findIndex(({ kind }) => kind === "heading"),
  );
  for (const block of takeaways) if (block.kind === "text") say(stdout, `${block.text.replaceAll("`", "")}\n`);
  const ratios = firstTable(ratioBlocks(rows, result.facts, words));
  const costs = firstTable(costBlocks(rows, result.facts, words));
  if (ratios !== undefined) say(stdout, `${draw(ratios)}\n`);
  if (costs !== undefined) say(stdout, `${draw(costs, COST_COLUMNS)}\n`);
  for (const { file, encoding } of result.facts.dataset.readAs) say(stdout, words.readAs(file, encoding));
  if (result.facts.dataset.ignored.length > 0) say(stdout, words.ignored(result.facts.dataset.ignored));
  if (!result.facts.dataset.documented) say(stdout, words.undocumented);
  const notCounted = words.notCounted(result.facts.notCounted);
  if (notCounted !== undefined) say(stdout, notCounted);
  say(stdout, `${WORDS[locale].wrote(files.length, folder)} (${files.join(", ")}).`);
  say(stdout, paint.soft(WORDS[locale].next));
}

type Table = Extract<Block, { kind: "table" }>;

const firstTable = (blocks: readonly Block[]): Table | undefined => blocks.find((block) => block.kind === "table");

function draw({ columns, rows }: Table, keep?: readonly number[]): string {
  const picked = keep ?? columns.map((_, i) => i);
  return table(
    picked.map((i) => columns[i]?.title ?? ""),
    rows.map((row) => picked.map((i) => (row[i] ?? "").replaceAll("`", ""))),
    picked.map((i) => columns[i]?.align ?? "left"),
  );
}

/** The result for a program: what was written, and the overall ratios. */
export function summaryJson({ rows, facts }: TokenResult, folder: string, files: readonly string[]): string {
  const ratios = rows.filter(({ metric, domain }) => metric === "token_ratio" && domain === "all");
  return JSON.stringify({
    run: facts.run,
    out: folder,
    files,
    measurements: rows.length,
    token_ratio: Object.fromEntries(
      ratios.map(({ tokenizer, value, low, high }) => [tokenizer ?? "", { value, low, high }]),
    ),
    read_as: facts.dataset.readAs,
    not_counted: facts.notCounted.map(({ entry, why }) => ({ tokenizer: entry.id, why })),
  });
}
