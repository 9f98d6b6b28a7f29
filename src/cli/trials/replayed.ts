import type { Attempt } from "../../domain/attempt.ts";
import type { RecordedAttempt, Recording, RecordingHeader } from "../../domain/recording.ts";
import type { Trial, Turn, Waits } from "../../domain/trial.ts";
import type { VirtualClock } from "../../run/virtual-clock.ts";
import { type Miss, type Replayed, replaying } from "../../transport/replay.ts";
import { askOnce, type Known, type Means } from "../live/ask-once.ts";
import { offlinePlace } from "./place.ts";
import { speaking } from "./speaking.ts";

/** One attempt of a trial, from recordings: its line of the log, or the request that none answers. */
export type AskRecorded = (trial: Trial, turn: Pick<Turn, "attempt">) => Promise<Attempt | { readonly miss: Miss }>;

/**
 * Asks the recordings of a target, through the vendor's SDK and by a virtual clock: the times are those of the recording,
 * and the line of the log is the same each time, its id and beginning included.
 */
export async function askingRecorded(
  {
    header: { target, api, origin },
    attempts,
  }: Pick<Recording, "attempts"> & { readonly header: Pick<RecordingHeader, "target" | "api" | "origin"> },
  means: Omit<Means, "fetch"> & { readonly clock: VirtualClock },
  { replayed = true }: { readonly replayed?: boolean } = {},
): Promise<AskRecorded> {
  const { clock, signal } = means;
  const place = offlinePlace(target, "recording", api);
  const provider = await speaking(place);
  const replay = replaying({ attempts }, clock);
  return async (trial, { attempt }) => {
    let one: Replayed | undefined;
    const known = (): Known => {
      const outcome = one?.outcome();
      const { id, started, waits } =
        outcome !== undefined && "recorded" in outcome
          ? outcome.recorded
          : { id: "none", started: NEVER, waits: undefined };
      return { id, attempt, started, trial, waits: waitsOf(waits), replayed, simulated: origin === "simulated" };
    };
    const question = { ...trial.question, model: place.model };
    const { line } = await askOnce(
      place,
      provider,
      question,
      {
        fetch: (wire) => {
          one = replay.attempt(trial.id, attempt, wire);
          return one.fetch;
        },
        ...means,
      },
      known,
    );
    signal.throwIfAborted();
    const outcome = one?.outcome();
    if (outcome === undefined) throw new Error(`${trial.id} asked nothing: ${line["tokenwon.failure"]?.message ?? ""}`);
    return "miss" in outcome ? outcome : line;
  };
}

/** As they were when it was recorded: a replay waits for nothing. */
const waitsOf = ({ backoff, why, queued }: RecordedAttempt["waits"] & {} = {}): Waits => ({
  ...(backoff === undefined ? {} : { backoffMs: backoff }),
  ...(why === undefined ? {} : { backoffWhy: why }),
  ...(queued === undefined ? {} : { queuedMs: queued }),
});

const NEVER = "1970-01-01T00:00:00.000Z";
