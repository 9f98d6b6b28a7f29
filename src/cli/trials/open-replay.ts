import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { Effects } from "../effects.ts";
import { askerOf, byTarget } from "./askers.ts";
import { unhurried } from "./clock.ts";
import type { Opened, OpenInput } from "./opened.ts";
import { type ReadRecording, readRecording } from "./read-recording.ts";
import { askingRecorded } from "./replayed.ts";
import { WITHOUT_NETWORK } from "./without-network.ts";

/** Recordings answer, in the time that they took. */
export async function openReplay(
  { suite, targets, flags, deadlines, recordings: known }: OpenInput,
  { root, signal }: Pick<Effects, "root" | "signal">,
): Promise<Opened> {
  const clock = unhurried(flags.speed);
  const recordings: ReadRecording[] = [];
  // One after the other, so that of several that lack the first is told, each time.
  for (const target of targets) recordings.push(known?.get(target) ?? (await readRecording(root, suite, target)));
  const askers = await byTarget(recordings, async ({ recording }) => ({
    target: recording.header.target,
    ask: await askingRecorded(recording, { clock, signal, deadlines: deadlines ?? USUAL_DEADLINES }),
  }));
  return {
    ...WITHOUT_NETWORK,
    from: recordings.map(({ sha256 }) => sha256),
    ask: (trial, turn) => askerOf(askers, trial).ask(trial, turn),
    clock,
    during: clock.during,
    close: () => Promise.resolve([]),
  };
}
