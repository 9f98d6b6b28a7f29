import type { Attempt } from "../../src/domain/attempt.ts";
import type { FailureKind } from "../../src/domain/failure.ts";
import type { Trial } from "../../src/domain/trial.ts";
import { type Usage, usage } from "../../src/domain/usage.ts";
import { sample } from "../log/sample.ts";

type More = Partial<Attempt> & { readonly tokens?: Partial<Usage>; readonly times?: readonly [number, number] };

/** The line of a first attempt of a trial that was answered in full; `times`: first and last output in ms. */
export function answer(trial: Trial, { tokens, times, ...more }: More = {}): Attempt {
  return {
    ...sample(trial.id),
    "tokenwon.target": trial.target,
    "tokenwon.trial": trial.id,
    "tokenwon.case": trial.case,
    "tokenwon.lang": trial.lang,
    ...(times && { "tokenwon.ttft_ms": times[0], "tokenwon.ttfvt_ms": times[0], "tokenwon.e2e_ms": times[1] }),
    ...(tokens && { "tokenwon.usage": usage(tokens) }),
    ...more,
  };
}

/** The line of an attempt that failed before any output. */
export function failed(trial: Trial, kind: FailureKind, more: Partial<Attempt> = {}): Attempt {
  const { "tokenwon.finish": _, ...line } = answer(trial, { "tokenwon.text": "", "tokenwon.chars": 0 });
  return {
    ...line,
    "error.type": kind,
    "tokenwon.failure": { kind, message: `It failed: ${kind}.`, status: 429, retry: true, billed: "no" },
    ...more,
  };
}
