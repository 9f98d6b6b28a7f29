import { join } from "node:path";
import { committedTexts } from "../../dataset/committed-texts.ts";
import { UserError } from "../../domain/error.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { inFlight } from "../../run/in-flight.ts";
import { type LiveCounts, readLive, shownLiveFile } from "../../tokenize/live-counts.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import { type Effects, say } from "../effects.ts";
import { type CountMeans, countOnce } from "../live/count-once.ts";
import type { Counter } from "../live/counter.ts";
import { progressOn } from "../progress.ts";
import type { CountFlags } from "./flags.ts";
import { type Recording, recordInto } from "./recording.ts";
import { startOf } from "./recording-start.ts";

/** Requests under way at a time: count endpoints have limits of their own, and nobody waits for this. */
const MOST = 4;

/** Counts every committed text by a target's endpoint and records it; what is recorded already is not asked again. */
export async function countCommitted(
  counter: Counter,
  book: PriceBook,
  flags: CountFlags,
  effects: Effects,
  means: CountMeans,
): Promise<void> {
  const { target } = counter.place;
  const entry = privateTokenizer(target, book);
  const folder = join(effects.root, "datasets", "counts");
  const known = await knownOf(folder, entry, target);
  const texts = await committedTexts(join(effects.root, "datasets"));
  const count = (text: string): ReturnType<typeof countOnce> => countOnce(counter, text, means);
  const progress = progressOn(effects, flags.progress);
  let recording: Recording | undefined;
  let start: LiveCounts | undefined;
  try {
    if (known !== undefined && known.simulated !== true) recording = recordInto(folder, known, today());
    // Nothing is asked where nothing is missing.
    if (recording === undefined || texts.some((text) => recording?.has(text) !== true)) {
      start = await startOf(target, entry, known, today(), count);
      const into = recordInto(folder, start, today());
      recording = into;
      const asked = texts.filter((text) => !into.has(text)).slice(0, flags.limit);
      await inFlight(asked, MOST, async (text) => {
        await into.add(text, await count(text));
        progress.update(`counting by ${target}`, into.added() / asked.length);
      });
    }
  } catch (error) {
    await recording?.save();
    throw stopped(error, effects.signal, entry, texts, recording);
  } finally {
    progress.end();
  }
  await recording.save();
  tell(target, entry, texts, recording, start ?? known, flags, effects);
}

/** The tokenizer of a target; only one that cannot be run here is worth asking for. */
function privateTokenizer(target: string, book: PriceBook): TokenizerEntry {
  const entry = tokenizersIn(book)(target);
  if (entry?.exactness === "unknown") return entry;
  const why =
    entry === undefined ? "no tokenizer is known for it" : `its tokenizer ${entry.id} counts exactly without a vendor`;
  throw new UserError("usage", `Counts by ${target} are not recorded: ${why}.`, {
    fix: "Name a target whose tokenizer is not public, as in anthropic/claude-sonnet-5-5.",
  });
}

/** What is recorded already, which must be of the same model: two models in one file would be neither. */
async function knownOf(folder: string, entry: TokenizerEntry, target: string): Promise<LiveCounts | undefined> {
  const known = await readLive(folder, entry);
  if (known === undefined || known.model === target) return known;
  throw new UserError("usage", `${shownLiveFile(entry.id)} holds counts of ${known.model}, not of ${target}.`, {
    fix: `Go on with --target ${known.model}, or remove the file to start again.`,
  });
}

/** Why counting stopped, with what was kept: Ctrl-C, or a failure that a person can mend and then go on. */
function stopped(
  error: unknown,
  signal: AbortSignal,
  entry: TokenizerEntry,
  texts: readonly string[],
  recording: Recording | undefined,
): unknown {
  const there = recording === undefined ? 0 : texts.filter(recording.has).length;
  const kept =
    there === 0
      ? "nothing was recorded"
      : `${there} of ${texts.length} texts are recorded in ${shownLiveFile(entry.id)}`;
  if (signal.aborted) return new UserError("interrupted", `${kept}. Run the same command to go on.`);
  if (!(error instanceof UserError) || error.kind === "write") return error;
  return new UserError("incomplete", error.message, {
    details: [...error.details, `${kept}; the same command goes on from there.`],
    ...(error.fix === undefined ? {} : { fix: error.fix }),
    cause: error,
  });
}

function tell(
  target: string,
  { id }: TokenizerEntry,
  texts: readonly string[],
  recording: Recording,
  file: LiveCounts | undefined,
  { json }: CountFlags,
  { stdout }: Effects,
): void {
  const there = texts.filter(recording.has).length;
  const simulated = file?.simulated === true;
  if (json === true) {
    const sizes = { asked: recording.added(), recorded: there, texts: texts.length };
    const rest = { overhead_tokens: file?.overhead_tokens, evidence: simulated ? "simulated" : "live" };
    say(stdout, JSON.stringify({ target, tokenizer: id, file: shownLiveFile(id), ...sizes, ...rest }));
    return;
  }
  say(
    stdout,
    `${recording.added()} texts were counted by ${target}, ${file?.overhead_tokens ?? 0} tokens of message wrapper taken off each; ${there} of ${texts.length} are recorded in ${shownLiveFile(id)}.`,
  );
  if (simulated) say(stdout, "A simulator answered: no report uses these counts.");
  else if (there < texts.length) say(stdout, "Reports use them when all are there: run the same command again.");
  else say(stdout, "Next: `npm run eval -- --suite korean-tokens` and `npm run eval -- cost` use them, graded live.");
}

const today = (): string => new Date().toISOString().slice(0, 10);
