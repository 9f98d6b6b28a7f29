import type { Command } from "commander";
import { ENGINES, type Engine } from "../tokenize/engines.ts";
import { flag } from "./flag.ts";

/** Flags of every command that counts. */
export const withCountingFlags = (command: Command, modes = "auto counts offline and never spends"): Command =>
  command
    .addOption(flag("--mode <mode>", modes).default("auto"))
    .addOption(
      flag("--tokenizer-engine <engine>", "what counts; both give the same counts")
        .choices(ENGINES)
        .default("gpt-tokenizer"),
    );

export type CountingFlags = { readonly mode: string; readonly tokenizerEngine: Engine };
