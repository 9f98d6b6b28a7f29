import { UserError } from "../domain/error.ts";
import { didYouMean } from "../domain/suggest.ts";
import { asksModels, type Suite } from "../domain/suite.ts";
import type { Effects } from "./effects.ts";
import type { RunFlags } from "./run-flags.ts";
import { loadSuite, suiteNames } from "./suites.ts";

/** Commands that a stray word may have meant. */
const COMMANDS = [
  "run",
  "estimate",
  "cost",
  "ask",
  "count",
  "simulate",
  "calibrate",
  "first-live",
  "fixtures",
  "prices",
  "list",
  "validate",
  "doctor",
  "help",
];

/** Loads the suite and runs it. */
export async function runSuite(words: readonly string[], flags: RunFlags, effects: Effects): Promise<void> {
  const suites = await suiteNames(effects.root);
  refuseWords(words, suites);
  const suite = await loadSuite(effects.root, flags.suite);
  if (!asksModels(suite)) refuseTrialFlags(suite, flags);
  switch (suite.kind) {
    case "tokens": {
      const { runTokens } = await import("./tokens/run.ts");
      return runTokens(suite, flags, effects);
    }
    case "claims": {
      const { runClaims } = await import("./claims/run.ts");
      return runClaims(suite, flags, effects);
    }
    case "smoke": {
      const { runSmoke } = await import("./smoke/run.ts");
      return runSmoke(suite, flags, effects);
    }
    case "latency": {
      const { runLatency } = await import("./latency/run.ts");
      return runLatency(suite, flags, effects);
    }
    case "json-validity": {
      const { runValidity } = await import("./validity/run.ts");
      return runValidity(suite, flags, effects);
    }
  }
}

/** Flags of suites that ask models: one that counts would pass them over in silence. */
function refuseTrialFlags({ name }: Suite, flags: RunFlags): void {
  const given = [
    [`--mode ${flags.mode}`, flags.mode === "auto" || flags.mode === "replay" ? undefined : flags.mode],
    ["--lang", flags.lang],
    ["--repeat", flags.repeat],
    ["--full", flags.full],
    ["--trials", flags.trials],
    ["--concurrency", flags.concurrency],
    ["--processes", flags.processes],
    ["--rate", flags.rate],
    ["--arrival", flags.arrival],
    ["--max-attempts", flags.maxAttempts],
    ["--timeout", flags.timeout],
    ["--budget-usd", flags.budgetUsd],
    ["--budget-tokens", flags.budgetTokens],
    ["--max-duration", flags.maxDuration],
    ["--max-error-rate", flags.maxErrorRate],
    ["--resume", flags.resume],
    ["--profile", flags.profile],
    ["--speed", flags.speed],
    ["--base-url", flags.baseUrl[0]],
    ["--keys", flags.keys],
    ["--api", flags.api],
    ["--accept", flags.accept[0]],
  ].find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new UserError("usage", `The suite ${name} counts offline and asks no model: it takes no ${String(given[0])}.`, {
    fix: "Leave it out; `list suites` says which suites ask models.",
  });
}

function refuseWords([word]: readonly string[], suites: readonly string[]): void {
  if (word === undefined) return;
  const meant = didYouMean(word, [...COMMANDS, ...suites]);
  const hint = meant === undefined ? "" : ` Did you mean ${suites.includes(meant) ? `--suite ${meant}` : meant}?`;
  throw new UserError("usage", `There is no command "${word}".${hint}`, { fix: `Commands: ${COMMANDS.join(", ")}.` });
}
