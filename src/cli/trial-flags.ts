import type { Command } from "commander";
import { flag, positive, repeatable, whole } from "./flag.ts";
import type { PlaceFlags } from "./live/endpoint.ts";
import { type LoadFlags, withLoadFlags } from "./load-flags.ts";
import { MODES } from "./trials/modes.ts";

/** Flags of a suite that asks models. */
export type TrialFlags = PlaceFlags &
  LoadFlags & {
    readonly mode: string;
    readonly profile?: string;
    readonly speed?: number;
    readonly lang?: "ko" | "en";
    readonly repeat?: number;
    readonly accept: readonly string[];
  };

export const withTrialFlags = (command: Command): Command =>
  withLoadFlags(command)
    .addOption(
      flag(
        "--mode <mode>",
        `who answers: ${MODES.join(", ")}; auto never spends: recordings where there are any, else the simulator`,
      ).default("auto"),
    )
    .addOption(flag("--lang <language>", "ask in one language only").choices(["ko", "en"]))
    .addOption(
      flag("--repeat <n>", "ask every case n times (default: 1; the suite json-validity: 3)").argParser(whole(1, 1000)),
    )
    .addOption(
      flag("--profile <name>", "with --mode simulate: a book of profiles from `list profiles`, or a .json file"),
    )
    .addOption(
      flag("--speed <factor>", "with --mode simulate or replay: let time pass, so many times as fast").argParser(
        positive,
      ),
    )
    .addOption(
      flag("--base-url <provider=url>", "with --mode live or record: another address (repeatable)")
        .argParser(repeatable)
        .default([], "the vendors' own"),
    )
    .addOption(flag("--keys <file>", "with --mode live or record: a file of lines such as OPENAI_API_KEY=…"))
    .addOption(flag("--api <name>", "with --mode live or record: another API of the provider, as in responses"))
    .addOption(
      flag("--accept <fingerprint>", "with --mode record: a random-looking word that is no secret (repeatable)")
        .argParser(repeatable)
        .default([], "none"),
    );
