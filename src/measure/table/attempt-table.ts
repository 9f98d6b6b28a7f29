import type { Attempt } from "../../domain/attempt.ts";
import type { Failure } from "../../domain/failure.ts";
import { FINISH_REASONS } from "../../domain/finish.ts";
import type { Lang } from "../../domain/prompt.ts";
import { GapCounts } from "../latency/gap-counts.ts";
import type { Seen } from "../seen.ts";
import { Codes } from "./codes.ts";
import { type Columns, GRADES, grow, microseconds, newColumns, setSeldom } from "./columns.ts";
import { setGrade } from "./graded.ts";
import { Row, type RowSource } from "./row.ts";
import type { TimedPlan } from "./timed-plan.ts";

const TIMES = [
  ["ttfb", "tokenwon.ttfb_ms"],
  ["ttft", "tokenwon.ttft_ms"],
  ["ttfvt", "tokenwon.ttfvt_ms"],
  ["tpot", "tokenwon.tpot_ms"],
  ["e2e", "tokenwon.e2e_ms"],
  ["end", "tokenwon.end_ms"],
] as const;
const WAITS = [
  ["backoff", "tokenwon.backoff_ms"],
  ["queued", "tokenwon.queued_ms"],
] as const;
const OFTEN = ["fresh_input", "cache_read", "visible_output", "thinking"] as const;
const WRITTEN = ["cache_write", "cache_write_1h", "cache_write_12h"] as const;

/** Different failures that are kept word for word; of more, the message is left to the log. */
const MOST_FAILURES = 2000;
const MOST_MODELS = 60_000;
/** Room for retries beside a trial each: a twentieth, and some more of a small plan. */
const RETRIED = 0.05;
const SPARE = 256;

/**
 * What figures are made from: every attempt of a run without its text and its wire, in columns, of which a run of a million
 * fits into memory. Grows as the log does.
 */
export class AttemptTable implements Iterable<Seen>, RowSource {
  readonly columns: Columns;
  readonly models = new Codes<string>({ keyOf: (name) => name, most: MOST_MODELS, shortened: () => "other" });
  readonly failures = new Codes<Failure>({
    keyOf: (failure) => JSON.stringify(failure),
    most: MOST_FAILURES,
    shortened: ({ retryAfterMs: _, code: __, ...failure }) => ({ ...failure, message: "See the log." }),
  });
  readonly plan: TimedPlan;
  private readonly gaps = new Map<string, GapCounts>();
  private count = 0;

  constructor(plan: TimedPlan) {
    this.plan = plan;
    this.columns = newColumns(Math.ceil(plan.length * (1 + RETRIED)) + SPARE);
  }

  get length(): number {
    return this.count;
  }

  /** @param trial the place of its trial in the plan */
  add(trial: number, line: Attempt): void {
    const { columns } = this;
    if (this.count === columns.trial.length) grow(columns);
    const row = this.count++;
    columns.trial[row] = trial;
    columns.attempt[row] = line["tokenwon.attempt"];
    columns.evidence[row] = GRADES.indexOf(line["tokenwon.evidence"]);
    columns.finish[row] =
      line["tokenwon.finish"] === undefined ? 0 : 1 + FINISH_REASONS.indexOf(line["tokenwon.finish"]);
    columns.connection[row] = connectionOf(line["tokenwon.wire"].connectionReused);
    columns.model[row] = this.models.code(line["gen_ai.response.model"]);
    columns.failure[row] = this.failures.code(line["tokenwon.failure"] as Failure | undefined);
    columns.head[row] = headOf(line["tokenwon.text"]) || headOf(line["tokenwon.tool"]);
    columns.chars[row] = line["tokenwon.chars"];
    columns.bytes[row] = line["tokenwon.bytes"];
    columns.outputs[row] = line["tokenwon.outputs"];
    columns.bursts[row] = burstsOf(line);
    columns.started[row] = Date.parse(line["tokenwon.started"]);
    for (const [name, field] of TIMES) columns[name][row] = microseconds(line[field]);
    for (const [name, field] of WAITS) {
      const ms = line[field];
      if (ms !== undefined) setSeldom(columns, name, row, ms);
    }
    const process = line["tokenwon.process"] ?? 0;
    if (process > 0) setSeldom(columns, "process", row, process);
    const usage = line["tokenwon.usage"];
    columns.told[row] = usage === undefined ? 0 : 1;
    if (usage !== undefined) {
      for (const bucket of OFTEN) columns[bucket][row] = usage[bucket];
      for (const bucket of WRITTEN) if (usage[bucket] > 0) setSeldom(columns, bucket, row, usage[bucket]);
    }
    const grade = line["tokenwon.grade"];
    if (grade !== undefined) setGrade(columns, row, grade);
    if (isTimed(columns, row)) this.countGaps(row, line["tokenwon.output_gaps_us"]);
  }

  /** Gaps between the outputs of first attempts that times are of, of a target in a language; by one model, or by all. */
  gapsOf(target: string, lang: Lang, model: number | undefined): GapCounts {
    const all = new GapCounts();
    const suffix = ` ${lang} ${target}`;
    for (const [key, counts] of this.gaps) {
      if (model === undefined ? key.endsWith(suffix) : key === `${model}${suffix}`) all.merge(counts);
    }
    return all;
  }

  private countGaps(row: number, gaps: readonly number[] = []): void {
    if (gaps.length === 0) return;
    const { trial, model } = this.columns;
    const place = trial[row] ?? 0;
    const key = `${model[row] ?? 0} ${this.plan.langAt(place)} ${this.plan.targetAt(place)}`;
    let counts = this.gaps.get(key);
    if (counts === undefined) this.gaps.set(key, (counts = new GapCounts()));
    for (const gap of gaps) counts.add(gap);
  }

  /** An attempt by its row, as if it were its line. */
  at(row: number): Seen {
    return new Row(this, row);
  }

  *[Symbol.iterator](): Generator<Seen> {
    for (let row = 0; row < this.count; row++) yield this.at(row);
  }
}

/** The first visible character; 0 where there is none. The arguments of a tool are an answer too. */
const headOf = (text = ""): number => /\S/u.exec(text)?.[0].codePointAt(0) ?? 0;

const connectionOf = (reused: boolean | undefined): number => (reused === undefined ? 0 : reused ? 2 : 1);

/** Outputs less than this apart, in microseconds, came with one read: only the client's work lies between them. */
const APART_US = 200;

function burstsOf({ "tokenwon.outputs": outputs, "tokenwon.output_gaps_us": gaps }: Attempt): number {
  return gaps === undefined ? outputs : 1 + gaps.reduce((count, gap) => count + (gap >= APART_US ? 1 : 0), 0);
}

/** A first attempt that was answered, over an open connection and without a prompt cache. */
const isTimed = (columns: Columns, row: number): boolean =>
  columns.attempt[row] === 1 &&
  columns.failure[row] === 0 &&
  columns.head[row] !== 0 &&
  columns.connection[row] !== 1 &&
  columns.cache_read[row] === 0;
