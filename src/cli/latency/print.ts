import { latencyReport } from "../../report/latency/report.ts";
import { english } from "../../report/latency/wording.en.ts";
import { korean } from "../../report/latency/wording.ko.ts";
import type { Block } from "../../report/model.ts";
import { Rows } from "../../report/rows.ts";
import { paintFor } from "../colour.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";
import type { Mode } from "../trials/modes.ts";
import type { LatencyResult } from "./measure.ts";

/** What is said when a run is done. */
export type LatencyDone = {
  readonly result: LatencyResult;
  readonly run: string;
  readonly mode: Mode;
  /** Folder of the report, and its files. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly log: string;
  /** What was recorded where. */
  readonly said: readonly string[];
};

const ASK_FOR_MONEY =
  "ask a model with a key (costs money): --mode live --target openai/gpt-6-luna --repeat 5 --budget-usd 1";
const ASK_FOR_MONEY_KO =
  "키가 있다면 실제 모델에 물어보세요(비용 발생). --mode live --target openai/gpt-6-luna --repeat 5 --budget-usd 1";

const WORDS = {
  en: {
    wrote: (count: number, folder: string, log: string) => `Wrote ${count} files to ${folder}/, the log to ${log}`,
    next: {
      simulate: `Next: open report.md there, or ${ASK_FOR_MONEY}`,
      replay: `Next: open report.md there, or ${ASK_FOR_MONEY}`,
      live: "Next: open report.md there; more answers narrow the intervals: --repeat 10. --mode record keeps them for CI.",
      record:
        "Next: `npm run eval -- --suite latency --mode replay` makes the report from the recordings, without a key; commit evals/recordings.",
    },
  },
  ko: {
    wrote: (count: number, folder: string, log: string) => `${folder}/에 파일 ${count}개, ${log}에 기록을 썼습니다`,
    next: {
      simulate: `다음: report.ko.md를 열어 보거나, ${ASK_FOR_MONEY_KO}`,
      replay: `다음: report.ko.md를 열어 보거나, ${ASK_FOR_MONEY_KO}`,
      live: "다음: report.ko.md를 열어 보세요. 응답이 많을수록 구간이 좁아집니다(--repeat 10). --mode record로 실행하면 응답을 CI에서 쓸 수 있게 녹화합니다.",
      record:
        "다음: `npm run eval -- --suite latency --mode replay`로 키 없이 녹화로 보고서를 만들 수 있습니다. evals/recordings를 커밋하세요.",
    },
  },
} as const;

/** The banner and the summary, then the first table: times by target and language. */
export function printLatency(done: LatencyDone, locale: "en" | "ko", { stdout, env }: Effects): void {
  const { result, mode, folder, files, log, said } = done;
  const { blocks } = latencyReport(new Rows(result.rows), result.facts, locale === "ko" ? korean : english);
  const paint = paintFor(stdout, env);
  const start = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === "heading"),
  );
  for (const block of start) {
    if (block.kind === "headline") say(stdout, `${paint.bold(plain(block.text))}\n`);
    if (block.kind === "text") say(stdout, `${plain(block.text)}\n`);
  }
  const times = blocks.find((block): block is Extract<Block, { kind: "table" }> => block.kind === "table");
  if (times !== undefined) {
    say(
      stdout,
      `${table(
        times.columns.map(({ title }) => title),
        times.rows.map((row) => row.map(plain)),
        times.columns.map(({ align }) => align),
      )}\n`,
    );
  }
  for (const line of said) say(stdout, line);
  const words = WORDS[locale];
  say(stdout, words.wrote(files.length, folder, log));
  say(stdout, words.next[mode]);
}

/** For scripts. */
export const latencyJson = ({ result, run, mode, folder, files, log, said }: LatencyDone): string =>
  JSON.stringify({
    run,
    mode,
    evidence: result.facts.grade?.evidence,
    out: folder,
    files,
    log,
    kept: said,
    asked: result.facts.asked,
    targets: result.facts.targets,
    health: result.facts.health,
  });

const plain = (text: string): string => text.replaceAll("`", "");
