import type { Command } from "commander";
import { ENGINES, type Engine } from "../tokenize/engines.ts";
import { flag } from "./flag.ts";

/** The flag of every command that counts. */
export const withEngineFlag = (command: Command): Command =>
  command.addOption(
    flag("--tokenizer-engine <engine>", "what counts; both give the same counts")
      .choices(ENGINES)
      .default("gpt-tokenizer"),
  );

export type EngineFlag = { readonly tokenizerEngine: Engine };
