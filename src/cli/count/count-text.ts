import { join } from "node:path";
import { normalise } from "../../dataset/normalise.ts";
import { UserError } from "../../domain/error.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { characters, utf8Bytes, words as wordsOf } from "../../measure/text.ts";
import { fixed, range, significant } from "../../report/format.ts";
import { countAll } from "../../tokenize/count-all.ts";
import { TOKENIZERS, tokenizerOf } from "../../tokenize/registry.ts";
import { isInstalled } from "../../tokenize/vocabulary.ts";
import { type Effects, say } from "../effects.ts";
import { readBooks } from "../read-books.ts";
import { table } from "../table.ts";
import { textOf } from "../text-of.ts";
import { type Range, type TargetFigure, TEXTS, targetFigures } from "./figures.ts";
import type { CountFlags } from "./flags.ts";

/** Targets printed unless --all or --target asks for others. */
const SHOWN = 12;

export async function countText(words: readonly string[], flags: CountFlags, effects: Effects): Promise<void> {
  if (flags.committed === true) {
    throw new UserError("usage", "--committed counts by a vendor's endpoint, which --mode auto does not ask.", {
      fix: "Add --mode live; vocabularies that can be run here are recorded by `npm run vocabularies`.",
    });
  }
  if (flags.mode !== "auto") {
    throw new UserError(
      "usage",
      `count has no --mode ${flags.mode}: it counts offline, or by the vendors' count endpoints.`,
      { fix: "Leave --mode out, or write --mode live." },
    );
  }
  const given = await textOf(words, "count", effects);
  const text = normalise(given);
  const { book, day, assumptions } = await readBooks(flags, effects);
  const { counted } = await countAll(entriesFor(book, effects.vocabularies), text === given ? [text] : [text, given], {
    engine: flags.tokenizerEngine,
    signal: effects.signal,
    vocabularies: effects.vocabularies,
    counts: join(effects.root, "datasets", "counts"),
  });
  const tokens = new Map(counted.map(({ entry, counts }) => [entry.id, counts[0] ?? Number.NaN]));
  const asGiven = counted.map(({ entry, counts }) => `${fixed(counts[1], 0)} on ${entry.id}`);
  const figures = targetFigures(text, tokens, book, day, assumptions);

  if (flags.json === true) {
    say(
      effects.stdout,
      JSON.stringify({
        characters: characters(text),
        words: wordsOf(text),
        bytes: utf8Bytes(text),
        tokens: Object.fromEntries(tokens),
        price_date: day,
        krw_per_usd: flags.krw?.rate,
        krw_day: flags.krw?.day,
        texts: TEXTS,
        targets: figures,
      }),
    );
    return;
  }
  say(effects.stdout, `${characters(text)} characters, ${wordsOf(text)} words, ${utf8Bytes(text)} bytes\n`);
  say(effects.stdout, `${tokenTable(text, tokens)}\n`);
  if (text !== given) {
    say(
      effects.stdout,
      `Counted in NFC with plain spaces. As given it would be ${asGiven.join(", ")}: normalise text before you send it.\n`,
    );
  }
  const all = flags.all === true || flags.target.length > 0;
  const shown = all ? figures : figures.slice(0, SHOWN);
  say(effects.stdout, `${priceTable(shown, flags.krw?.rate)}\n`);
  say(effects.stdout, `Price of ${fixed(TEXTS, 0)} such texts, book ${book.name} on ${day}, standard tier.`);
  if (shown.some(({ evidence }) => evidence === "assumed")) {
    say(effects.stdout, "A range is assumed: that tokenizer cannot be run here.");
  }
  if (shown.some(({ evidence }) => evidence === undefined)) {
    say(effects.stdout, "— where the tokenizer cannot be run here: nothing is assumed for text that is not Korean.");
  }
  if (shown.length < figures.length) say(effects.stdout, `${figures.length - shown.length} more targets: --all.`);
}

/** What can count here: rank tables always, installed vocabularies where a target of the book has them. */
export function entriesFor({ models }: PriceBook, vocabularies: string): TokenizerEntry[] {
  const used = new Set(models.map(({ target }) => tokenizerOf(target)));
  return TOKENIZERS.filter(
    (entry) =>
      entry.engine === "bpe" || (entry.engine === "vocabulary" && used.has(entry) && isInstalled(vocabularies, entry)),
  );
}

export function tokenTable(text: string, tokens: ReadonlyMap<string, number>): string {
  const chars = characters(text);
  const rows = TOKENIZERS.flatMap(({ id, title }) => {
    const count = tokens.get(id);
    return count === undefined ? [] : [[id, fixed(count, 0), fixed(count / chars, 2), title]];
  });
  return table(["Tokenizer", "Tokens", "per character", "of"], rows, ["left", "right", "right", "left"]);
}

function priceTable(figures: readonly TargetFigure[], krw: number | undefined): string {
  const won = krw === undefined ? [] : ["in, ₩", "out, ₩"];
  const rows = figures.map(({ target, tokens, usd_input, usd_output, evidence }) => [
    target,
    figure(tokens, (value) => fixed(value, 0)),
    figure(usd_input, money),
    figure(usd_output, money),
    ...(krw === undefined ? [] : [figure(scaled(usd_input, krw), money), figure(scaled(usd_output, krw), money)]),
    evidence ?? "unknown",
  ]);
  const head = ["Target", "Tokens", "in, $", "out, $", ...won, "Evidence"];
  return table(
    head,
    rows,
    head.map((title) => (title === "Target" || title === "Evidence" ? "left" : "right")),
  );
}

const money = (value: number): string => significant(value, 3);
const scaled = (value: Range | undefined, by: number): Range | undefined =>
  value && { low: value.low * by, high: value.high * by };
const figure = (value: Range | undefined, write: (value: number) => string): string =>
  value === undefined ? "—" : range(write(value.low), write(value.high));
