import { randomUUID } from "node:crypto";
import type { Attempt } from "../../domain/attempt.ts";
import type { Trial, Turn } from "../../domain/trial.ts";
import { record } from "../../run/record.ts";
import { newWireLog } from "../../transport/wire-log.ts";

export type Lost = {
  readonly trial: Trial;
  readonly turn: Turn;
  readonly api: string;
  readonly started: string;
  /** How long it was under way. */
  readonly ms: number;
  /** Which process had it, and how that ended. */
  readonly process: number;
  readonly how: string;
  readonly simulated: boolean;
};

/**
 * The line of an attempt whose process ended while it was under way. Nobody knows how far it came, so it counts as spent at
 * its most and as a failure of ours, and its trial is asked again: it stands in the log that it may have been asked twice.
 */
export function lostAttempt({ trial, turn, api, started, ms, process, how, simulated }: Lost): Attempt {
  const { attempt, ...waits } = turn;
  const asked = { id: randomUUID(), attempt, started, target: trial.target, api, trial, waits, simulated };
  const result = {
    times: { end: ms },
    text: "",
    reasoning: "",
    tool: "",
    outputs: 0,
    outputTimes: [],
    model: undefined,
    responseId: undefined,
    usage: undefined,
    usageRaw: undefined,
    finish: undefined,
    failure: {
      kind: "client",
      message: `Process ${process} of those that ask ended while this was under way: ${how}.`,
      retry: true,
      billed: "unknown",
    },
  } as const;
  return { ...record(asked, result, newWireLog(), (text) => text), "tokenwon.process": process };
}
