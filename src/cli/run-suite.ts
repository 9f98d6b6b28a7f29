import { UserError } from "../domain/error.ts";
import { didYouMean } from "../domain/suggest.ts";
import type { Effects } from "./effects.ts";
import type { RunFlags } from "./run-flags.ts";
import { loadSuite, suiteNames } from "./suites.ts";

/** Commands that a stray word may have meant. */
const COMMANDS = ["run", "cost", "ask", "count", "prices", "list", "validate", "doctor", "help"];

/** Loads the suite and runs it. */
export async function runSuite(words: readonly string[], flags: RunFlags, effects: Effects): Promise<void> {
  const suites = await suiteNames(effects.root);
  refuseWords(words, suites);
  if (flags.suite === undefined) {
    throw new UserError("usage", "No suite was named.", {
      fix: `Name one: --suite ${suites.join(", --suite ")}. Or see \`--help\`.`,
    });
  }
  if (flags.mode !== "auto") {
    throw new UserError(
      "usage",
      `--mode ${flags.mode} is not part of this version: it counts offline and sends nothing.`,
      {
        fix: "Leave --mode out.",
      },
    );
  }
  const suite = await loadSuite(effects.root, flags.suite);
  switch (suite.kind) {
    case "tokens": {
      const { runTokens } = await import("./tokens/run.ts");
      return runTokens(suite, flags, effects);
    }
    case "claims": {
      const { runClaims } = await import("./claims/run.ts");
      return runClaims(suite, flags, effects);
    }
    case "smoke":
      throw new UserError("usage", `The suite ${suite.name} cannot be run in this version.`, {
        fix: "To ask one model once: `npm run eval -- ask TEXT --target PROVIDER/MODEL`.",
      });
  }
}

function refuseWords([word]: readonly string[], suites: readonly string[]): void {
  if (word === undefined) return;
  const meant = didYouMean(word, [...COMMANDS, ...suites]);
  const hint = meant === undefined ? "" : ` Did you mean ${suites.includes(meant) ? `--suite ${meant}` : meant}?`;
  throw new UserError("usage", `There is no command "${word}".${hint}`, { fix: `Commands: ${COMMANDS.join(", ")}.` });
}
