import { UserError } from "../../domain/error.ts";
import type { AskingSuite } from "../../domain/suite.ts";
import type { RunFlags } from "../run-flags.ts";
import { type Mode, spends } from "../trials/modes.ts";

/** Flags that mean nothing to a suite of prompts: left in silence, they would seem to have worked. */
export function refuseForeign(suite: AskingSuite, flags: RunFlags): void {
  refuse(
    [
      ["--dataset", flags.dataset],
      ["--ko", flags.ko],
      ["--en", flags.en],
      ["--domain", suite.kind === "json-validity" ? undefined : flags.domain[0]],
      ["--full", suite.kind === "json-validity" ? undefined : flags.full],
      ["--mix", flags.mix],
      ["--krw", flags.krw],
      ["--explain", flags.explain],
    ],
    (name) =>
      `The suite ${suite.name} asks ${suite.kind === "json-validity" ? "for JSON" : "the prompts of datasets/prompts"} and takes no ${name}.`,
    "Leave it out; to measure your own text use --suite korean-tokens.",
  );
}

/** Flags of another mode than the one that was chosen. */
export function refuseOfOtherModes(mode: Mode, flags: RunFlags): void {
  const overNetwork = [
    ["--base-url", flags.baseUrl[0]],
    ["--keys", flags.keys],
    ["--api", flags.api],
  ] as const;
  refuse(
    [
      ...(spends(mode) ? [["--speed", flags.speed] as const] : overNetwork),
      ...(spends(mode) ? [] : [["--processes", flags.processes] as const]),
      ...(mode === "record" ? [] : [["--accept", flags.accept[0]] as const]),
      ...(mode === "simulate" ? [] : [["--profile", flags.profile] as const]),
      ...(mode === "replay" ? ofAsking(flags) : []),
    ],
    (name) => `${name} has no meaning in --mode ${mode}.`,
    "`run --help` says which flag goes with which mode; no --mode means replay where there are recordings, else simulate.",
  );
}

/** What decides how to ask: what was recorded has been asked already. */
const ofAsking = (flags: RunFlags): (readonly [string, unknown])[] => [
  ["--concurrency", flags.concurrency],
  ["--rate", flags.rate],
  ["--arrival", flags.arrival],
  ["--budget-usd", flags.budgetUsd],
  ["--budget-tokens", flags.budgetTokens],
  ["--max-duration", flags.maxDuration],
  ["--max-error-rate", flags.maxErrorRate],
];

function refuse(flags: readonly (readonly [string, unknown])[], sentence: (name: string) => string, fix: string): void {
  const given = flags.find(([, value]) => value !== undefined);
  if (given !== undefined) throw new UserError("usage", sentence(given[0]), { fix });
}
