import type { Block } from "../../report/model.ts";
import { paintFor } from "../colour.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";
import type { Mode } from "../trials/modes.ts";

export type Locale = "en" | "ko";

/** What came of a run. */
export type Measured<Format extends string = string> = {
  /** The files of its report by name, relative to its folder. */
  readonly files: (formats: readonly Format[]) => ReadonlyMap<string, string>;
  readonly facts: {
    readonly targets: readonly { readonly target: string; readonly answered: boolean }[];
    readonly grade: { readonly evidence: string } | undefined;
    readonly asked: number;
  };
  /** Its report, of which a terminal shows the beginning and the first table. */
  readonly blocks: (locale: Locale) => readonly Block[];
  /** Columns of the table that fit a terminal; default: all. */
  readonly columns?: readonly number[];
  /** What to do next. */
  readonly next: Readonly<Record<Locale, Readonly<Record<Mode, string>>>>;
  /** What scripts are told beside what they are told of every run. */
  readonly json: Readonly<Record<string, unknown>>;
};

/** What is said when a run is done. */
export type Done = {
  readonly measured: Measured<never>;
  readonly run: string;
  readonly mode: Mode;
  /** Folder of the report, and its files. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly log: string;
  /** What was recorded where. */
  readonly said: readonly string[];
};

const WROTE = {
  en: (count: number, folder: string, log: string) => `Wrote ${count} files to ${folder}/, the log to ${log}`,
  ko: (count: number, folder: string, log: string) => `${folder}/에 파일 ${count}개, ${log}에 기록을 썼습니다`,
} as const;

/** The banner first, then who answered. */
export function printDone(done: Done, locale: Locale, { stdout, env }: Effects): void {
  const { measured, mode, folder, files, log, said } = done;
  const blocks = measured.blocks(locale);
  const paint = paintFor(stdout, env);
  const start = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === "heading"),
  );
  for (const block of start) {
    if (block.kind === "headline") say(stdout, `${paint.bold(plain(block.text))}\n`);
    if (block.kind === "text") say(stdout, `${plain(block.text)}\n`);
  }
  const first = blocks.find((block): block is Extract<Block, { kind: "table" }> => block.kind === "table");
  if (first !== undefined) {
    const shown = measured.columns ?? first.columns.map((_, i) => i);
    const pick = <Cell>(cells: readonly Cell[]): Cell[] => shown.flatMap((i) => cells[i] ?? []);
    say(
      stdout,
      `${table(
        pick(first.columns.map(({ title }) => title)),
        first.rows.map((row) => pick(row.map(plain))),
        pick(first.columns.map(({ align }) => align)),
      )}\n`,
    );
  }
  for (const line of said) say(stdout, line);
  say(stdout, WROTE[locale](files.length, folder, log));
  say(stdout, measured.next[locale][mode]);
}

/** For scripts. */
export const doneJson = ({ measured: { facts, json }, run, mode, folder, files, log, said }: Done): string =>
  JSON.stringify({
    run,
    mode,
    evidence: facts.grade?.evidence,
    out: folder,
    files,
    log,
    kept: said,
    asked: facts.asked,
    ...json,
  });

const plain = (text: string): string => text.replaceAll("`", "");
