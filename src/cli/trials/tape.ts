import { mkdir, open, readFile, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { UserError } from "../../domain/error.ts";
import type { RecordedAttempt, Recording, RecordingHeader } from "../../domain/recording.ts";
import { parseRecording, recordingPath, renderRecording } from "../../transport/recordings/file.ts";
import { writeFiles } from "../write-files.ts";
import { refuseSecrets } from "./refuse-secrets.ts";

/** A recording that is being made. */
export type Tape = {
  /** Keeps an attempt, on the disk as soon as its promise is done; a UserError "secret" where it holds one. */
  readonly keep: (
    attempt: RecordedAttempt,
    origin: RecordingHeader["origin"],
    told?: readonly string[],
  ) => Promise<void>;
  /** Writes the recording, old and new; says what was kept and where. */
  readonly save: () => Promise<string | undefined>;
};

export type TapeOptions = {
  readonly header: Omit<RecordingHeader, "tokenwon.recording" | "origin" | "accepted">;
  /** Keys of this run. */
  readonly secrets: readonly string[];
  /** Fingerprints that a person has looked at and accepted. */
  readonly accept: readonly string[];
};

/**
 * Opens the recording of a target. What was recorded before stays, but for trials that are recorded anew; what a killed
 * run has left beside it is taken in first.
 */
export async function openTape(root: string, { header, secrets, accept }: TapeOptions): Promise<Tape> {
  const path = recordingPath(root, header.suite, header.target);
  const shown = recordingPath("", header.suite, header.target).replace(/^\//, "");
  const part = `${path}.part`;
  const before = await existing(path, shown);
  const accepted = new Set([...(before?.header.accepted ?? []), ...accept]);
  const made = await leftBehind(part);
  const found = made.length;
  let origin = originOf(made);
  let refused = false;
  return {
    keep: async (attempt, from, told = []) => {
      // Of a killed run's answers only those of the same kind go with the new ones.
      if (from !== origin && made.length === found) made.length = 0;
      if (from === "simulated" || made.length === 0) origin = from;
      try {
        refuseSecrets(attempt, told, secrets, accepted, shown);
      } catch (error) {
        refused = true;
        throw error;
      }
      made.push(attempt);
      await append(part, attempt);
    },
    save: async () => {
      if (made.length === 0) return undefined;
      // What was clean was paid for: it waits beside its place for the next recording.
      if (refused) return `${shown} is as it was; ${counted(made.length)} without a secret: kept in ${shown}.part.`;
      if (before?.header.origin === "live" && origin === "simulated") {
        await rm(part, { force: true });
        throw worse(shown);
      }
      // Simulated answers do not stay beside real ones, nor those of one API beside another's.
      const same = before?.header.origin === origin && before.header.api === header.api;
      const kept = same ? before.attempts : [];
      const recording: Recording = {
        header: {
          "tokenwon.recording": 1,
          ...header,
          origin,
          ...(accepted.size === 0 ? {} : { accepted: [...accepted].sort() }),
        },
        attempts: merged(kept, made),
      };
      const never = new AbortController().signal;
      const name = basename(path);
      await writeFiles(dirname(path), new Map([[name, renderRecording(recording)]]), never, "recording");
      await rm(part, { force: true });
      return `Recorded ${counted(made.length)} of ${header.target} in ${shown} (${origin}).`;
    },
  };
}

async function existing(path: string, shown: string): Promise<Recording | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return parseRecording(text, shown);
}

/** Attempts that a killed run wrote one by one; a line that it did not finish is lost. */
async function leftBehind(part: string): Promise<RecordedAttempt[]> {
  const text = await readFile(part, "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as RecordedAttempt];
    } catch {
      return [];
    }
  });
}

async function append(part: string, attempt: RecordedAttempt): Promise<void> {
  await mkdir(dirname(part), { recursive: true });
  const file = await open(part, "a");
  try {
    await file.appendFile(`${JSON.stringify(attempt)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

const counted = (count: number): string => (count === 1 ? "1 attempt" : `${count} attempts`);

const SIMULATED = "x-tokenwon-simulated";
const originOf = (attempts: readonly RecordedAttempt[]): RecordingHeader["origin"] =>
  attempts.some(({ head }) => head?.headers[SIMULATED] !== undefined) ? "simulated" : "live";

const worse = (shown: string): UserError =>
  new UserError("recording", `${shown} was recorded live, and a simulator has answered now: it is kept as it was.`, {
    fix: "Remove the file first if you mean it.",
  });

/** Old attempts, without those of trials that were recorded anew, and the new ones. */
function merged(old: readonly RecordedAttempt[], made: readonly RecordedAttempt[]): RecordedAttempt[] {
  const again = new Set(made.map(({ trial }) => trial));
  // Of one attempt that a killed run and this one both have, the later counts.
  const latest = new Map(made.map((attempt) => [`${attempt.trial} #${attempt.attempt}`, attempt]));
  return [...old.filter(({ trial }) => !again.has(trial)), ...latest.values()];
}
