import type { StopReason } from "../../run/events.ts";
import { quoted } from "../quoted.ts";
import type { RunFlags } from "../run-flags.ts";

type Given = readonly (readonly [flag: string, value: string | number | true | undefined])[];

const words = (given: Given): string[] =>
  given.flatMap(([name, value]) =>
    value === undefined ? [] : value === true ? [name] : [name, quoted(String(value))],
  );

/** The command of a run, as far as its flags change what comes out. */
export function commandOf(suite: string, flags: RunFlags): string {
  const given: Given = [
    ["--mode", flags.mode === "auto" ? undefined : flags.mode],
    ...flags.target.map((target) => ["--target", target] as const),
    ...flags.domain.map((name) => ["--domain", name] as const),
    ["--full", flags.full],
    ["--lang", flags.lang],
    ["--limit", flags.limit],
    ["--repeat", flags.repeat],
    ["--trials", flags.trials],
    ["--concurrency", flags.concurrency],
    ["--processes", flags.processes],
    ["--rate", flags.rate],
    ["--arrival", flags.arrival],
    ["--max-attempts", flags.maxAttempts],
    ["--timeout", flags.timeout],
    ["--profile", flags.profile],
    ["--seed", flags.seed],
    ["--api", flags.api],
    ...flags.baseUrl.map((url) => ["--base-url", url] as const),
    ["--prices", flags.prices],
    ...flags.price.map((file) => ["--price", file] as const),
    ["--as-of", flags.asOf],
  ];
  return ["npm run eval -- --suite", suite, ...words(given)].join(" ");
}

/**
 * The command that goes on with a run. What limited its spending limits it on: a budget that is used up is doubled, since
 * the same one would stop it at once. A time that is up is not set again.
 */
export function resumeCommand(suite: string, flags: RunFlags, run: string, stopped?: StopReason): string {
  const given: Given = [
    ["--keys", flags.keys],
    ...flags.accept.map((fingerprint) => ["--accept", fingerprint] as const),
    ["--budget-usd", doubledIf(stopped === "budget-usd", flags.budgetUsd)],
    ["--budget-tokens", doubledIf(stopped === "budget-tokens", flags.budgetTokens)],
    ["--max-duration", stopped === "max-duration" ? undefined : secondsOf(flags.maxDuration)],
    ["--max-error-rate", flags.maxErrorRate],
    ["--out", flags.out],
    ["--resume", run],
  ];
  return [commandOf(suite, flags), ...words(given)].join(" ");
}

const doubledIf = (usedUp: boolean, limit: number | undefined): number | undefined =>
  limit === undefined || !usedUp ? limit : 2 * limit;

const secondsOf = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : `${ms / 1000}s`);
