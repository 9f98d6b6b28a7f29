import { readFile, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { UserError } from "../../domain/error.ts";
import type { RecordedAttempt, Recording, RecordingHeader } from "../../domain/recording.ts";
import { parseRecording, recordingPath, renderRecording } from "../../transport/recordings/file.ts";
import { unwritable } from "../writable.ts";
import { writeFiles } from "../write-files.ts";
import { type LockWords, lock } from "./lock.ts";
import { hasAnswer, merged } from "./merged.ts";
import { refuseSecrets } from "./refuse-secrets.ts";
import { type Origin, wait, waiting, waitingPath } from "./waiting.ts";

/** A recording that is being made. */
export type Tape = {
  /** Keeps an attempt, on the disk as soon as its promise is done; a UserError "secret" where it holds one. */
  readonly keep: (attempt: RecordedAttempt, origin: Origin) => Promise<void>;
  /** Writes the recording, old and new, and lets go of it; says what was kept and where. */
  readonly save: () => Promise<string | undefined>;
};

export type TapeOptions = {
  readonly header: Omit<RecordingHeader, "tokenwon.recording" | "origin" | "accepted" | "limited">;
  /** Keys of this run. */
  readonly secrets: readonly string[];
  /** Fingerprints that a person has looked at and accepted. */
  readonly accept: readonly string[];
  /** Asked when it is saved: whether this machine was late itself while too much of it was made. */
  readonly isLimited: () => boolean;
};

/**
 * Opens the recording of a target, for this run alone. What was recorded before stays, but for trials that are recorded
 * anew; what a killed run has left beside it is taken in.
 */
export async function openTape(root: string, { header, secrets, accept, isLimited }: TapeOptions): Promise<Tape> {
  const { suite, target, api } = header;
  const path = recordingPath(root, suite, target);
  const shown = recordingPath("", suite, target).replace(/^\//, "");
  const unlock = await lock(path, lockWords(shown));
  const before = await existing(path, shown).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const accepted = new Set([...(before?.header.accepted ?? []), ...accept]);
  const made = { live: await waiting(path, "live", api), simulated: await waiting(path, "simulated", api) };
  // Who answers this run; before that, who answered what was left.
  let origin: Origin = made.live.length > 0 || made.simulated.length === 0 ? "live" : "simulated";
  let asked = false;
  let refused = false;

  const save: Tape["save"] = async () => {
    const attempts = made[origin];
    if (attempts.length === 0) return undefined;
    // What was clean was paid for: it waits beside its place for the next recording.
    if (refused) return `${shown} is as it was; ${counted(attempts.length)} without a secret: kept beside it.`;
    const part = waitingPath(path, origin);
    if (!attempts.some(hasAnswer)) {
      await rm(part, { force: true });
      return `No answer came from ${target}, so ${before === undefined ? "nothing is recorded" : `${shown} is as it was`}.`;
    }
    if (before?.header.origin === "live" && origin === "simulated") {
      await rm(part, { force: true });
      throw worse(shown);
    }
    // Simulated answers do not stay beside real ones, nor those of one API beside another's.
    const same = before?.header.origin === origin && before.header.api === api;
    const recording: Recording = {
      header: {
        "tokenwon.recording": 1,
        ...header,
        origin,
        ...(isLimited() || (same && before.header.limited === true) ? { limited: true as const } : {}),
        ...(accepted.size === 0 ? {} : { accepted: [...accepted].sort() }),
      },
      attempts: merged(same ? before.attempts : [], attempts),
    };
    const never = new AbortController().signal;
    const files = new Map([[basename(path), renderRecording(recording)]]);
    await writeFiles(dirname(path), files, never, "recording");
    await rm(part, { force: true });
    return `Recorded ${counted(attempts.length)} of ${target} in ${shown} (${origin}).`;
  };
  return {
    keep: async (attempt, from) => {
      if (!asked || from === "simulated") origin = from;
      asked = true;
      try {
        refuseSecrets(attempt, secrets, accepted, shown);
      } catch (error) {
        refused = true;
        throw error;
      }
      made[from].push(attempt);
      await wait(path, from, api, attempt);
    },
    save: () => save().finally(unlock),
  };
}

const lockWords = (shown: string): LockWords => ({
  held: (pid) =>
    new UserError("write", `Another run (process ${pid}) is recording ${shown}.`, {
      fix: "Wait for it, or record another target.",
    }),
  refused: (error) => unwritable(`recording ${shown}`, "Make the folder evals/recordings writable.", error),
});

async function existing(path: string, shown: string): Promise<Recording | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new UserError("recording", `${shown} cannot be read.`, {
      fix: "A file must stand there, or nothing.",
      cause: error,
    });
  }
  return parseRecording(text, shown);
}

const counted = (count: number): string => (count === 1 ? "1 attempt" : `${count} attempts`);

const worse = (shown: string): UserError =>
  new UserError("recording", `${shown} was recorded live, and a simulator has answered now: it is kept as it was.`, {
    fix: "Remove the file first if you mean it.",
  });
