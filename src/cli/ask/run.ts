import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import type { Failure } from "../../domain/failure.ts";
import { openLog } from "../../log/append.ts";
import { liveTransport } from "../../transport/live.ts";
import { type Effects, say } from "../effects.ts";
import { askOnce, type Known, type Means } from "../live/ask-once.ts";
import { realClock } from "../live/clock.ts";
import { type Place, placeOf } from "../live/endpoint.ts";
import { failureError } from "../live/failure-error.ts";
import { loaderOf } from "../live/target-parts.ts";
import { readBooks } from "../read-books.ts";
import { textOf } from "../text-of.ts";
import { localeOf } from "../tokens/summary.ts";
import { writable } from "../writable.ts";
import { figuresLine } from "./figures.ts";
import type { AskFlags } from "./flags.ts";
import { printable } from "./printable.ts";
import { questionOf } from "./question.ts";
import { wholeCharacters } from "./whole-characters.ts";
import { withoutSecret } from "./without-secret.ts";

/** Asks once: the answer to standard output as it comes, the figures and what went wrong to standard error. */
export async function ask(words: readonly string[], flags: AskFlags, effects: Effects): Promise<void> {
  const { stdout, stderr, signal, env, cwd } = effects;
  const text = await textOf(words, "ask", effects);
  const place = await placeOf(flags.target, flags, effects);
  const question = await questionOf(text, place.model, flags, cwd);
  const { book, day } = await readBooks({ ...flags, target: [] }, effects);
  const log =
    flags.log === undefined ? undefined : await writable(`log ${flags.log}`, FIX, openLog(resolve(cwd, flags.log)));
  const provider = await loaderOf(place.entry, place.api)();

  const live = liveTransport({ now: realClock.now });
  const total = flags.timeout * 1000;
  // An answer that is taken whole comes all at once, after as long as it takes.
  const firstToken = flags.stream ? flags.firstToken * 1000 : total;
  const deadlines = { headers: firstToken, firstToken, idle: flags.stream ? flags.idle * 1000 : total, total };
  const write = stdout.isTTY ? (text: string) => stdout.write(printable(text)) : stdout.write;
  const answer = withoutSecret(place.apiKey, wholeCharacters(write));
  try {
    await provider.ready();
    const fetch: Means["fetch"] = (wire) => live.logged(wire);
    const started = new Date().toISOString();
    const known = (): Known => ({ id: randomUUID(), attempt: 1, started });
    const means = { fetch, clock: realClock, deadlines, signal };
    const { result, line } = await askOnce(place, provider, question, means, known, (event) => {
      if (event.kind === "text" && flags.json !== true) answer.write(event.text);
    });
    answer.end();
    if (flags.json === true) say(stdout, JSON.stringify(line));
    else if (result.text !== "") stdout.write(result.text.endsWith("\n") ? "" : "\n");
    if (flags.quiet !== true && flags.json !== true && line["tokenwon.ttfb_ms"] !== undefined) {
      say(stderr, figuresLine(line, book, day, flags.krw, localeOf(undefined, env)));
    }
    // What was paid for is on the screen before the disk may refuse it.
    if (log !== undefined) await writable(`log ${flags.log ?? ""}`, FIX, log.append(line));
    refuseIncomplete(line, place, flags.log);
  } finally {
    await log?.close();
    await live.close();
  }
}

const FIX = "Give another file with --log.";

/** An answer that did not complete is an error, with what came of it already printed. */
function refuseIncomplete(line: Attempt, place: Place, log: string | undefined): void {
  const failure = line["tokenwon.failure"];
  const otherwise =
    log === undefined ? "Ask again with --log FILE, and see what went over the wire." : `See the attempt in ${log}.`;
  const timeout = "Ask again, or give it longer with --first-token, --idle or --timeout.";
  if (failure !== undefined) throw failureError(failure as Failure, place, { timeout, otherwise });
  const finish = line["tokenwon.finish"];
  if (finish === "complete" || finish === "tool") return;
  const raw = line["gen_ai.response.finish_reasons"]?.join(", ") ?? "nothing";
  const ended = {
    length: ["The answer was cut off at its longest length", "Raise --max-output-tokens; thinking counts too."],
    refusal: ["The model refused to answer", "Ask otherwise, or ask another model."],
    filter: ["The vendor's filter stopped the answer", "Ask otherwise, or ask another model."],
    other: ["The answer ended in an unusual way", otherwise],
  }[finish ?? "other"];
  throw new UserError("incomplete", `${ended[0]} (${raw}).`, { fix: ended[1] ?? "" });
}
