import { UserError } from "../../domain/error.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { type LiveCounts, shownLiveFile } from "../../tokenize/live-counts.ts";
import type { Answer } from "../live/count-once.ts";
import { HOW, measureWrapper, PROBES } from "../live/wrapper.ts";

/**
 * The file of counts to go on with: the one that is there, if the endpoint still wraps messages as it did then, else a
 * new one, with the wrapper measured. What a simulator counted is never mixed with what a vendor counted.
 */
export async function startOf(
  target: string,
  { id }: TokenizerEntry,
  known: LiveCounts | undefined,
  today: string,
  count: (text: string) => Promise<Answer>,
): Promise<LiveCounts> {
  if (known !== undefined) {
    const { tokens, simulated } = await count(PROBES[0]);
    if (simulated && known.simulated !== true) {
      throw new UserError(
        "incomplete",
        `A simulator answers for ${target}, and ${shownLiveFile(id)} is of the vendor.`,
        {
          fix: "Ask the vendor, without --base-url; or remove the file.",
        },
      );
    }
    const same = tokens === known.overhead_tokens + 1;
    if (simulated === (known.simulated === true)) {
      if (same) return known;
      throw new UserError(
        "incomplete",
        `${target} now adds ${tokens - 1} tokens around a message, where ${shownLiveFile(id)} has ${known.overhead_tokens}.`,
        { fix: "Remove the file and count again: its counts and new ones do not fit together." },
      );
    }
  }
  const { tokens, answer } = await measureWrapper(target, count);
  return {
    tokenizer: id,
    model: target,
    endpoint: answer.endpoint,
    recorded: today,
    overhead_tokens: tokens,
    how: HOW,
    ...(answer.simulated ? { simulated: true } : {}),
    counts: {},
  };
}
