import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { UserError } from "../domain/error.ts";
import { cut } from "./cut.ts";
import type { EncodingName } from "./encoding.ts";
import { loadEngine } from "./engine.ts";
import type { Engine } from "./engines.ts";
import { startPool } from "./pool.ts";
import type { CountJob } from "./worker.ts";

/** UTF-16 units counted below which starting threads costs more than it saves. */
const WORTH_THREADS = 10_000_000;
/** UTF-16 units of one job: small enough to share out evenly, large enough to make sending it cheap. */
const JOB_SIZE = 200_000;

export type CountOptions = {
  readonly engine?: Engine;
  /** Worker threads for large inputs; the default is the number of cores. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Called with the share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** Token counts of every text by every encoding, in the order given. Large inputs are counted on all cores. */
export async function countTexts(
  encodings: readonly EncodingName[],
  texts: readonly string[],
  options: CountOptions = {},
): Promise<ReadonlyMap<EncodingName, readonly number[]>> {
  const counts = new Map(encodings.map((name) => [name, new Array<number>(texts.length).fill(0)]));
  const jobs = planJobs(encodings, texts, options.engine ?? "gpt-tokenizer");
  const total = jobs.reduce((sum, job) => sum + job.size, 0);
  const threads = options.threads ?? availableParallelism();
  const pool = total >= WORTH_THREADS && threads > 1 ? await startPool(threads) : undefined;
  let done = 0;

  const finish = (job: Job, answer: readonly number[]): void => {
    const sums = counts.get(job.encoding) ?? [];
    job.owners.forEach((owner, i) => {
      sums[owner] = (sums[owner] ?? 0) + (answer[i] ?? 0);
    });
    done += job.size;
    options.onProgress?.(total === 0 ? 1 : done / total);
  };

  try {
    if (pool === undefined) {
      for (const job of jobs) {
        options.signal?.throwIfAborted();
        finish(job, job.texts.map(await loadEngine(job.engine, job.encoding)));
        await nextTurn(); // Lets Ctrl-C and the progress line through.
      }
    } else {
      const run = async (job: Job): Promise<void> => {
        const { engine, encoding, texts: parts } = job;
        const message: CountJob = { engine, encoding, texts: parts };
        finish(job, (await pool.run(message)) as number[]);
      };
      // One listener for all jobs; the pool is destroyed below, which ends those that run.
      await Promise.race([Promise.all(jobs.map(run)), aborted(options.signal)]);
    }
  } catch (error) {
    throw error instanceof Error && error.name === "RangeError" ? unmatchable(error) : error;
  } finally {
    await pool?.destroy();
  }
  return counts;
}

/** A job, with the index of the text that each of its parts belongs to. */
type Job = Extract<CountJob, { encoding: EncodingName }> & {
  readonly owners: readonly number[];
  readonly size: number;
};

function planJobs(encodings: readonly EncodingName[], texts: readonly string[], engine: Engine): Job[] {
  const batches: { texts: string[]; owners: number[]; size: number }[] = [];
  let batch = { texts: [] as string[], owners: [] as number[], size: 0 };
  const close = (): void => {
    if (batch.texts.length > 0) batches.push(batch);
    batch = { texts: [], owners: [], size: 0 };
  };
  texts.forEach((text, owner) => {
    for (const part of cut(text, JOB_SIZE)) {
      batch.texts.push(part);
      batch.owners.push(owner);
      batch.size += part.length;
      if (batch.size >= JOB_SIZE) close();
    }
  });
  close();
  return encodings.flatMap((encoding) => batches.map((each) => ({ ...each, engine, encoding })));
}

/** What the pattern matcher cannot hold is the text's doing: millions of mixed characters without a break. */
const unmatchable = (cause: Error): UserError =>
  new UserError("input", "A text holds millions of mixed letters without a break, more than can be cut into pieces.", {
    fix: "Look for it in your data (base64, perhaps); leave it out, or put spaces or line breaks into it.",
    cause,
  });

/** Rejects when the signal aborts; never resolves. */
const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => {
      reject(new Error("aborted", { cause: signal?.reason }));
    };
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
