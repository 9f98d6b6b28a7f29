import type { FinishReason } from "../domain/finish.ts";
import type { Profile } from "../domain/profile.ts";
import type { Random } from "../measure/random.ts";
import { answerText } from "./answer-text.ts";
import { byShare, logNormal, wholeBetween } from "./draw.ts";
import { askedJson } from "./json/asked.ts";
import type { Known } from "./json/known.ts";
import { isKorean, type Prompt } from "./prompt.ts";
import { stockOf } from "./stock/index.ts";
import { beginning, type Count, chunks, prose } from "./text.ts";
import { type Piece, timed } from "./timing.ts";

/** What a simulated model answers and when, before any vendor's words for it. Times in ms after the request. */
export type Answer = {
  /** Below a million: what the ids of the answer are made of. */
  readonly number: number;
  /** The model's name, as the answer gives it. */
  readonly model: string;
  /** When the stream opens: a little before its first token. */
  readonly opened: number;
  /** What is shown, in its order; thinking before text. */
  readonly pieces: readonly Piece[];
  /** Thinking that is shown; empty where there is none, or none that is shown. */
  readonly thinking: string;
  readonly text: string;
  readonly finish: Exclude<FinishReason, "tool" | "other">;
  readonly done: number;
  readonly tokens: { readonly visible: number; readonly thinking: number };
};

/** The part of the time to the first token after which the headers come. */
const HEAD_SHARE = 0.9;
/** From the last token to the frames that end the answer, in ms. */
const LAST_WORD_MS = 1;

/** What draws answers: a profile, its tokens, and what it knows of a prompt by its first text. */
export type Answering = {
  readonly profile: Profile;
  readonly count: Count;
  readonly known: Known | undefined;
  /** The same for every answer to the same prompt. */
  readonly ofPrompt: (text: string) => Random;
};

/** Draws an answer to a prompt. Thinking is part of what the maximum allows, and streams as fast as the text. */
export function drawAnswer({ profile, count, known, ofPrompt }: Answering, prompt: Prompt, random: Random): Answer {
  const number = wholeBetween(1, 999_999, random);
  const ttft = logNormal(profile.ttft_ms, random);
  const msPerToken = 1000 / logNormal(profile.tokens_per_second, random);
  const wanted = Math.max(1, Math.round(logNormal(profile.output_tokens, random)));
  const ending = byShare(profile.endings, random);
  const json = askedJson(prompt);
  const stock = stockOf(isKorean(prompt, json?.written));
  const most = prompt.maxTokens ?? Number.POSITIVE_INFINITY;

  const thought = drawThinking(profile, stock, most, count, random);
  const room = most - thought.tokens;
  // Asked again in the same conversation, a prompt is as hard as it was.
  const first = prompt.messages.find(({ role }) => role === "user")?.text ?? "";
  const about = { profile, known: json && known?.(first), ofPrompt: () => ofPrompt(first) };
  const full = answerText({ json, about, stock, ending, wanted, room }, count, random);
  const text = beginning(full, room, count);
  const visible = text === "" ? 0 : count(text);

  const shown = chunks(thought.text, thought.text === "" ? 0 : thought.tokens, profile.tokens_per_chunk);
  const hidden = thought.text === "" ? thought.tokens : 0;
  const pieces = timed(
    [
      ...shown.map((chunk) => ({ kind: "thinking" as const, ...chunk })),
      ...chunks(text, visible, profile.tokens_per_chunk).map((chunk) => ({ kind: "text" as const, ...chunk })),
    ],
    { from: ttft + hidden * msPerToken, msPerToken },
    random,
  );
  return {
    number,
    model: profile.served ?? profile.target.slice(profile.target.indexOf("/") + 1),
    opened: ttft * HEAD_SHARE,
    pieces,
    thinking: thought.text,
    text,
    finish: text.length < full.length ? "length" : (ending ?? "complete"),
    done: (pieces.at(-1)?.at ?? ttft + hidden * msPerToken) + LAST_WORD_MS,
    tokens: { visible, thinking: thought.tokens },
  };
}

/** Thinking in its share of the requests: its text where it is shown, else its tokens alone. */
function drawThinking(
  { thinking }: Profile,
  stock: ReturnType<typeof stockOf>,
  most: number,
  count: Count,
  random: Random,
): { readonly text: string; readonly tokens: number } {
  if (thinking === undefined || random() >= thinking.share) return { text: "", tokens: 0 };
  const wanted = Math.min(most, Math.max(1, Math.round(logNormal(thinking.tokens, random))));
  if (!thinking.shown) return { text: "", tokens: wanted };
  const sentences = { mark: stock.thinkingMark, sentences: stock.thinking, short: stock.short };
  const text = beginning(prose(sentences, wanted, count, random), most, count);
  return { text, tokens: text === "" ? 0 : count(text) };
}
