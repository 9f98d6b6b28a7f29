import type { Attempt } from "../../domain/attempt.ts";

const ALWAYS = {
  /** Place of the trial in its plan. */
  trial: Uint32Array,
  attempt: Uint16Array,
  evidence: Uint8Array,
  finish: Uint8Array,
  /** 0: nobody knows; 1: opened for it; 2: had served before. */
  connection: Uint8Array,
  /** Places in the lists of names and of failures; 0: none. */
  model: Uint16Array,
  failure: Uint16Array,
  /** The first visible character, 0 where there is none. */
  head: Uint32Array,
  chars: Uint32Array,
  bytes: Uint32Array,
  outputs: Uint32Array,
  /** Outputs that came apart: those that one read brought are one. */
  bursts: Uint32Array,
  /** Milliseconds since 1970. */
  started: Float64Array,
  // Times in whole microseconds, as the log has them: see `msAt`.
  ttfb: Uint32Array,
  ttft: Uint32Array,
  ttfvt: Uint32Array,
  tpot: Uint32Array,
  e2e: Uint32Array,
  end: Uint32Array,
  // Tokens; `told` says whether anybody knows them.
  told: Uint8Array,
  fresh_input: Uint32Array,
  cache_read: Uint32Array,
  visible_output: Uint32Array,
  thinking: Uint32Array,
} as const;

/** What most runs have nothing of: empty until the first value comes. Waits in ms, NaN where there was none. */
const SELDOM = {
  backoff: Float64Array,
  queued: Float64Array,
  cache_write: Uint32Array,
  cache_write_1h: Uint32Array,
  cache_write_12h: Uint32Array,
  /** Which process timed it, where there were several: 0 runs the loop. */
  process: Uint8Array,
  // Of graded answers: see `gradeAt`.
  grade: Uint8Array,
  decided: Uint8Array,
  faults: Uint32Array,
  fieldsRight: Float64Array,
  fieldsAll: Uint16Array,
} as const;

const KINDS = { ...ALWAYS, ...SELDOM };

/** Grades of attempts, by their numbers in the column. */
export const GRADES = ["live", "recorded", "simulated"] as const satisfies readonly Attempt["tokenwon.evidence"][];

/** What figures need of many attempts, one array for each kind of fact: about 90 bytes an attempt. */
export type Columns = { -readonly [Name in keyof typeof KINDS]: InstanceType<(typeof KINDS)[Name]> };

/** Columns with room for so many rows. */
export const newColumns = (capacity: number): Columns =>
  Object.fromEntries([
    ...Object.entries(ALWAYS).map(([name, Kind]) => [name, new Kind(capacity)]),
    ...Object.entries(SELDOM).map(([name, Kind]) => [name, new Kind(0)]),
  ]) as Columns;

/** Writes a value of a column that most runs have nothing of. */
export function setSeldom(columns: Columns, name: keyof typeof SELDOM, row: number, value: number): void {
  if (columns[name].length === 0) {
    const made = new SELDOM[name](columns.trial.length);
    if (made instanceof Float64Array) made.fill(Number.NaN);
    (columns as Record<string, ArrayLike<number>>)[name] = made;
  }
  columns[name][row] = value;
}

/** Gives the columns half as much room again, one after the other, so that only one of them is there twice. */
export function grow(columns: Columns): void {
  const capacity = Math.ceil(columns.trial.length * 1.5);
  for (const [name, Kind] of Object.entries(KINDS)) {
    const before = columns[name as keyof Columns];
    if (before.length === 0) continue;
    const larger = new Kind(capacity);
    if (larger instanceof Float64Array) larger.fill(Number.NaN, before.length);
    larger.set(before);
    (columns as Record<string, ArrayLike<number>>)[name] = larger;
  }
}

const MISSING = 0xffff_ffff;
const US_PER_MS = 1000;

/** A time in whole microseconds, up to 71 minutes; the greatest number stands for none. */
export const microseconds = (ms: number | undefined): number =>
  ms === undefined ? MISSING : Math.min(MISSING - 1, Math.round(ms * US_PER_MS));

/** The ms of a column of microseconds: the very number that the log has. NaN where there is none. */
export function msAt(column: Uint32Array, row: number): number {
  const us = column[row] ?? MISSING;
  return us === MISSING ? Number.NaN : us / US_PER_MS;
}
