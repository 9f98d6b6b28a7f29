import { normalise } from "../../dataset/normalise.ts";
import { UserError } from "../../domain/error.ts";
import { characters, utf8Bytes, words as wordsOf } from "../../measure/text.ts";
import { fixed, range, significant } from "../../report/format.ts";
import { countTexts } from "../../tokenize/count-texts.ts";
import { ENCODINGS } from "../../tokenize/encoding.ts";
import { TOKENIZERS } from "../../tokenize/registry.ts";
import { type Effects, say } from "../effects.ts";
import { readBooks } from "../read-books.ts";
import { table } from "../table.ts";
import { isKorean, type Range, type TargetFigure, TEXTS, targetFigures } from "./figures.ts";
import type { CountFlags } from "./flags.ts";

/** Targets printed unless --all or --target asks for others. */
const SHOWN = 12;

export async function countText(words: readonly string[], flags: CountFlags, effects: Effects): Promise<void> {
  if (flags.mode !== "auto") {
    throw new UserError(
      "usage",
      `--mode ${flags.mode} is not part of this version: it counts offline and sends nothing.`,
      { fix: "Leave --mode out." },
    );
  }
  const given = await textOf(words, effects);
  const text = normalise(given);
  const { book, day, assumptions } = await readBooks(flags, effects);
  const counts = await countTexts(ENCODINGS, [text, given], { engine: flags.tokenizerEngine, signal: effects.signal });
  const tokens = new Map(ENCODINGS.map((name): [string, number] => [name, counts.get(name)?.[0] ?? Number.NaN]));
  const asGiven = new Map(ENCODINGS.map((name): [string, number] => [name, counts.get(name)?.[1] ?? Number.NaN]));
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
        texts: TEXTS,
        targets: figures,
      }),
    );
    return;
  }
  say(effects.stdout, `${characters(text)} characters, ${wordsOf(text)} words, ${utf8Bytes(text)} bytes\n`);
  say(effects.stdout, `${tokenTable(text, tokens)}\n`);
  if (text !== given) {
    const factors = ENCODINGS.map((name) => `${fixed(asGiven.get(name), 0)} on ${name}`).join(", ");
    say(
      effects.stdout,
      `Counted in NFC with plain spaces. As given it would be ${factors}: normalise text before you send it.\n`,
    );
  }
  const all = flags.all === true || flags.target.length > 0;
  const shown = all ? figures : figures.slice(0, SHOWN);
  say(effects.stdout, `${priceTable(shown, flags.krw)}\n`);
  say(
    effects.stdout,
    `Price of ${fixed(TEXTS, 0)} such texts, book ${book.name} on ${day}, standard tier. ${isKorean(text) ? "A range is assumed: that tokenizer is not public." : "— means that the tokenizer is not public, and nothing is assumed for text that is not Korean."}`,
  );
  if (shown.length < figures.length) say(effects.stdout, `${figures.length - shown.length} more targets: --all.`);
}

async function textOf(words: readonly string[], { stdin }: Effects): Promise<string> {
  const text = words.length > 0 ? words.join(" ") : ((await stdin()) ?? "").replace(/\r?\n$/, "");
  if (text !== "") return text;
  throw new UserError("usage", "There is no text to count.", {
    fix: 'Give it in quotes, as in count "안녕하세요", or pipe it in.',
  });
}

function tokenTable(text: string, tokens: ReadonlyMap<string, number>): string {
  const chars = characters(text);
  const rows = TOKENIZERS.flatMap(({ id, title }) => {
    const count = tokens.get(id);
    return count === undefined ? [] : [[id, fixed(count, 0), fixed(count / chars, 2), title]];
  });
  return table(["Tokenizer", "Tokens", "per character", "of"], rows, ["left", "right", "right", "left"]);
}

function priceTable(figures: readonly TargetFigure[], krw: number | undefined): string {
  const won = krw === undefined ? [] : ["read, ₩", "written, ₩"];
  const rows = figures.map(({ target, tokens, usdRead, usdWritten, evidence }) => [
    target,
    figure(tokens, (value) => fixed(value, 0)),
    figure(usdRead, money),
    figure(usdWritten, money),
    ...(krw === undefined ? [] : [figure(scaled(usdRead, krw), money), figure(scaled(usdWritten, krw), money)]),
    evidence ?? "unknown",
  ]);
  const head = ["Target", "Tokens", "read, $", "written, $", ...won, "Evidence"];
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
