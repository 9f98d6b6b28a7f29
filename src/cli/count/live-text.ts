import { join } from "node:path";
import { normalise } from "../../dataset/normalise.ts";
import { UserError } from "../../domain/error.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import { characters } from "../../measure/text.ts";
import { fixed, UNKNOWN } from "../../report/format.ts";
import { countAll } from "../../tokenize/count-all.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import { type Effects, say } from "../effects.ts";
import { type CountMeans, countOnce } from "../live/count-once.ts";
import type { Counter } from "../live/counter.ts";
import { measureWrapper } from "../live/wrapper.ts";
import { table } from "../table.ts";
import { textOf } from "../text-of.ts";
import { entriesFor, tokenTable } from "./count-text.ts";
import type { CountFlags } from "./flags.ts";

/** Tokens of a text on one target by its vendor's endpoint, beside those of its own tokenizer where that runs here. */
type LiveFigure = {
  readonly target: string;
  readonly tokens: number;
  readonly wrapper: number;
  readonly tokenizer: string | undefined;
  readonly offline: number | undefined;
  readonly endpoint: string;
  readonly evidence: "live" | "simulated";
};

/** Counts a text by every target's endpoint and offline; targets that do not answer are told after the others. */
export async function countTextLive(
  words: readonly string[],
  counters: readonly Counter[],
  book: PriceBook,
  flags: CountFlags,
  effects: Effects,
  means: CountMeans,
): Promise<void> {
  const text = normalise(await textOf(words, "count", effects));
  const { counted } = await countAll(entriesFor(book, effects.vocabularies), [text], {
    engine: flags.tokenizerEngine,
    signal: effects.signal,
    vocabularies: effects.vocabularies,
    counts: join(effects.root, "datasets", "counts"),
  });
  const offline = new Map(counted.map(({ entry, counts }) => [entry.id, counts[0] ?? Number.NaN]));
  const tokenizerFor = tokenizersIn(book);
  const figures: LiveFigure[] = [];
  const failed: UserError[] = [];
  for (const counter of counters) {
    const { target } = counter.place;
    try {
      const count = (asked: string): ReturnType<typeof countOnce> => countOnce(counter, asked, means);
      const { tokens, endpoint, simulated } = await count(text);
      const wrapper = await measureWrapper(target, count);
      const tokenizer = tokenizerFor(target)?.id;
      figures.push({
        target,
        tokens: tokens - wrapper.tokens,
        wrapper: wrapper.tokens,
        tokenizer,
        offline: tokenizer === undefined ? undefined : offline.get(tokenizer),
        endpoint,
        evidence: simulated ? "simulated" : "live",
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed.push(error);
    }
  }
  if (flags.json === true) {
    say(
      effects.stdout,
      JSON.stringify({ characters: characters(text), targets: figures, offline: Object.fromEntries(offline) }),
    );
  } else if (figures.length > 0) {
    say(effects.stdout, `${characters(text)} characters\n`);
    say(effects.stdout, `${figureTable(figures)}\n`);
    say(
      effects.stdout,
      "Tokens are those of the text alone, by the vendor's count endpoint; what it adds around a message is the wrapper.\n" +
        "Counting is free of charge by Anthropic's and Google's pages; OpenAI's names no charge for it.\n",
    );
    say(effects.stdout, `Counted offline:\n\n${tokenTable(text, offline)}`);
  }
  const [first, ...others] = failed;
  if (first === undefined) return;
  throw new UserError(first.kind, first.message, {
    details: [...first.details, ...others.map(({ message }) => message)],
    ...(first.fix === undefined ? {} : { fix: first.fix }),
  });
}

function figureTable(figures: readonly LiveFigure[]): string {
  return table(
    ["Target", "Tokens", "Wrapper", "Offline", "Tokenizer", "Evidence"],
    figures.map(({ target, tokens, wrapper, offline, tokenizer, evidence }) => [
      target,
      fixed(tokens, 0),
      fixed(wrapper, 0),
      fixed(offline, 0),
      tokenizer ?? UNKNOWN,
      evidence,
    ]),
    ["left", "right", "right", "right", "left", "left"],
  );
}
