import type { Block } from "../../report/model.ts";
import { Rows } from "../../report/rows.ts";
import { smokeReport } from "../../report/smoke/report.ts";
import { english } from "../../report/smoke/wording.en.ts";
import { korean } from "../../report/smoke/wording.ko.ts";
import { paintFor } from "../colour.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";
import type { Mode } from "../trials/modes.ts";
import type { SmokeResult } from "./measure.ts";

/** What is said when a run is done. */
export type Done = {
  readonly result: SmokeResult;
  readonly run: string;
  readonly mode: Mode;
  /** Folder of the report, and its files. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly log: string;
  /** What was recorded where. */
  readonly said: readonly string[];
};

const WORDS = {
  en: {
    wrote: (count: number, folder: string, log: string) => `Wrote ${count} files to ${folder}/, the log to ${log}`,
    next: {
      simulate:
        "Next: open report.md there, or ask a model with a key (costs money): --mode live --target openai/gpt-6-luna",
      replay:
        "Next: open report.md there, or ask a model with a key (costs money): --mode live --target openai/gpt-6-luna",
      live: "Next: open report.md there; --mode record keeps the answers for CI.",
      record:
        "Next: `npm run eval -- --suite smoke --mode replay` makes the same report without a key; commit evals/recordings.",
    },
  },
  ko: {
    wrote: (count: number, folder: string, log: string) => `${folder}/에 파일 ${count}개, ${log}에 기록을 썼습니다`,
    next: {
      simulate:
        "다음: report.ko.md를 열어 보거나, 키가 있다면 실제 모델에 물어보세요(비용 발생). --mode live --target openai/gpt-6-luna",
      replay:
        "다음: report.ko.md를 열어 보거나, 키가 있다면 실제 모델에 물어보세요(비용 발생). --mode live --target openai/gpt-6-luna",
      live: "다음: report.ko.md를 열어 보세요. --mode record로 실행하면 응답을 CI에서 쓸 수 있게 녹화합니다.",
      record:
        "다음: `npm run eval -- --suite smoke --mode replay`로 키 없이 같은 보고서를 만들 수 있습니다. evals/recordings를 커밋하세요.",
    },
  },
} as const;

/** Columns of the report's table that fit a terminal: target, asked, complete, failed, retries, TTFT, tokens in and out, dollars. */
const COLUMNS = [0, 1, 2, 4, 5, 6, 8, 10, 11];

/** The banner first, then who answered. */
export function printSmoke(done: Done, locale: "en" | "ko", { stdout, env }: Effects): void {
  const { result, mode, folder, files, log, said } = done;
  const { blocks } = smokeReport(new Rows(result.rows), result.facts, locale === "ko" ? korean : english);
  const paint = paintFor(stdout, env);
  const start = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === "heading"),
  );
  for (const block of start) {
    if (block.kind === "headline") say(stdout, `${paint.bold(plain(block.text))}\n`);
    if (block.kind === "text") say(stdout, `${plain(block.text)}\n`);
  }
  const targets = blocks.find((block): block is Extract<Block, { kind: "table" }> => block.kind === "table");
  if (targets !== undefined) {
    const pick = <Cell>(cells: readonly Cell[]): Cell[] => COLUMNS.flatMap((i) => cells[i] ?? []);
    say(
      stdout,
      `${table(
        pick(targets.columns.map(({ title }) => title)),
        targets.rows.map((row) => pick(row.map(plain))),
        pick(targets.columns.map(({ align }) => align)),
      )}\n`,
    );
  }
  for (const line of said) say(stdout, line);
  const words = WORDS[locale];
  say(stdout, words.wrote(files.length, folder, log));
  say(stdout, words.next[mode]);
}

/** For scripts. */
export const smokeJson = ({ result, run, mode, folder, files, log, said }: Done): string =>
  JSON.stringify({
    run,
    mode,
    evidence: result.facts.grade?.evidence,
    out: folder,
    files,
    log,
    kept: said,
    asked: result.facts.asked,
    failed: result.facts.failures.length,
    targets: result.facts.targets,
  });

const plain = (text: string): string => text.replaceAll("`", "");
