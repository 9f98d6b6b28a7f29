import { dirname } from "node:path";
import { UserError } from "../../domain/error.ts";
import { type LiveCounts, liveFile, shownLiveFile } from "../../tokenize/live-counts.ts";
import { textKey } from "../../tokenize/recorded.ts";
import type { Answer } from "../live/count-once.ts";
import { writeFiles } from "../write-files.ts";

/** Texts between two writes. */
const EVERY = 50;

/** Counts as they come in, and the file that they are kept in. */
export type Recording = {
  /** Takes the answer for a text; writes the file after every fiftieth. */
  readonly add: (text: string, answer: Answer) => Promise<void>;
  /** Writes what has come since the last write, whole or not at all. */
  readonly save: () => Promise<void>;
  readonly has: (text: string) => boolean;
  readonly added: () => number;
};

/** Goes on with `start`, the file as it is to be without the counts that come. */
export function recordInto(folder: string, start: LiveCounts, today: string): Recording {
  const counts = new Map(Object.entries(start.counts));
  let added = 0;
  let written = 0;
  // One write at a time: all are written beside their place under the same name first.
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (written === added) return;
    const upTo = added;
    const file: LiveCounts = {
      ...start,
      recorded: today,
      counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    const path = liveFile(folder, start.tokenizer);
    // Written even after Ctrl-C: that is when it matters.
    const never = new AbortController().signal;
    await writeFiles(dirname(path), new Map([[`${start.tokenizer}.json`, render(file)]]), never, "file of counts");
    written = upTo;
  };
  const save = (): Promise<void> => {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  };
  return {
    add: async (text, { tokens, simulated }) => {
      if (simulated !== (start.simulated === true)) throw changed(start);
      if (tokens <= start.overhead_tokens) throw nothingLeft(text, tokens, start);
      counts.set(textKey(text), tokens);
      added++;
      if (added % EVERY === 0) await save();
    },
    save,
    has: (text) => counts.has(textKey(text)),
    added: () => added,
  };
}

/** One count a line, so that a difference between two versions can be read. */
const render = (file: LiveCounts): string =>
  `${JSON.stringify(file).replaceAll(/([{,])"([0-9a-f]{16})":/g, '$1\n"$2":')}\n`;

const changed = ({ model, tokenizer }: LiveCounts): UserError =>
  new UserError("incomplete", `Of the answers for ${model} only some came from a simulator.`, {
    fix: `Ask one server alone; ${shownLiveFile(tokenizer)} keeps what came before.`,
  });

const nothingLeft = (text: string, tokens: number, { model, overhead_tokens }: LiveCounts): UserError =>
  new UserError(
    "incomplete",
    `${model} answered ${tokens} tokens for a text of ${text.length} characters, where the message around it takes ${overhead_tokens}.`,
    { fix: "Check that the address leads to the vendor's own endpoint." },
  );
