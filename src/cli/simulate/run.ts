import { once } from "node:events";
import { resolve } from "node:path";
import { UserError } from "../../domain/error.ts";
import { type Effects, say } from "../effects.ts";
import { realClock } from "../live/clock.ts";
import { committedAnswers } from "./committed-answers.ts";
import { faster } from "./faster.ts";
import type { SimulateFlags } from "./flags.ts";
import { loadSimulator } from "./load.ts";
import { refused } from "./refused.ts";
import type { Sent } from "./sent.ts";
import { openSentLog } from "./sent-log.ts";
import { sentText, type Tally, tallyText } from "./sent-text.ts";
import { serveSimulator } from "./server.ts";
import { welcome } from "./welcome.ts";

/** Serves until Ctrl-C, which is its normal end; the address to standard output, a line for each request to standard error. */
export async function simulate(flags: SimulateFlags, effects: Effects): Promise<void> {
  const { stdout, stderr, signal, cwd } = effects;
  const { book, simulator } = await loadSimulator(flags, effects, await committedAnswers(effects.root));
  const broken = new AbortController();
  const onFault = (error: unknown): void => broken.abort(error);
  const log = flags.log === undefined ? undefined : await openSentLog(resolve(cwd, flags.log), flags.log, onFault);
  const tally: Tally = { eof: 0, error: 0, silence: 0, cancelled: 0 };
  const onSent = (sent: Sent): void => {
    tally[sent.ended]++;
    log?.append(sent);
    if (flags.quiet !== true) say(stderr, sentText(sent));
  };
  try {
    const options = { port: flags.port, host: flags.host, now: realClock.now, onSent, onFault };
    const server = await serveSimulator(faster(simulator, flags.speed), options).catch((error: unknown) => {
      throw refused(error, flags);
    });
    const { url, port } = server;
    say(stdout, flags.json === true ? JSON.stringify({ url, port }) : welcome(url, book, flags.speed));
    const stop = AbortSignal.any([signal, broken.signal]);
    if (!stop.aborted) await once(stop, "abort");
    await server.close();
  } finally {
    await log?.close();
  }
  if (broken.signal.aborted) throw broughtDown(broken.signal.reason, signal.aborted);
  say(stderr, tallyText(tally));
}

/** Why it stopped; a log that failed at Ctrl-C is told all the same. */
function broughtDown(reason: unknown, interrupted: boolean): unknown {
  if (!interrupted || !(reason instanceof UserError)) return reason;
  return new UserError("interrupted", reason.message, { details: reason.details, cause: reason });
}
