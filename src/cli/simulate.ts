import { Command, InvalidArgumentError } from "commander";
import type { Effects } from "./effects.ts";
import { flag, positive, whole } from "./flag.ts";
import type { SimulateFlags } from "./simulate/flags.ts";

const EXAMPLES = `
Examples:
  npm run eval -- simulate
  npm run eval -- simulate --port 0 --json --quiet
  npm run eval -- simulate --profile ours.json --seed 7 --log runs/sent.jsonl
  OPENAI_API_KEY=no-key npm run eval -- ask "안녕" --target openai/gpt-4o --base-url openai=http://127.0.0.1:8484/v1

It speaks OpenAI's chat completions and Responses, Anthropic's Messages and Google's generateContent, and says on start how an SDK
is pointed at it. It spends nothing, checks no key and calls nobody. What it says is made up: every answer carries
x-tokenwon-simulated: 1, and what Tokenwon measures against it is graded simulated. Ctrl-C ends it, with exit code 0.`;

/** `simulate`: a provider that does not exist, at an address, for any client. */
export function simulateCommand(effects: Effects): Command {
  return new Command("simulate")
    .summary("a fake provider at an address, from a profile")
    .description(
      "Serves a simulated provider over HTTP: answers, times, usage and failures as a profile describes them.",
    )
    .addOption(
      flag("--port <n>", "where it listens; 0: any free port").argParser(whole(0, 65_535)).default(8484, "8484"),
    )
    .addOption(
      flag("--host <host>", "address it listens at; 0.0.0.0: all of them").argParser(named).default("127.0.0.1"),
    )
    .addOption(
      flag("--profile <name>", "profile of datasets/profiles, or a .json file of your own").default(
        "article-2026-01-29",
      ),
    )
    .addOption(flag("--seed <n>", "seed of everything that is drawn").argParser(whole(0)).default(1, "1"))
    .addOption(flag("--speed <x>", "divides every time by x").argParser(positive).default(1, "1"))
    .addOption(flag("--log <file>", "append what was sent when to this file, a JSON line for each request"))
    .addOption(flag("--quiet", "print no line for each request"))
    .addOption(flag("--json", "print the address as a line of JSON when it is ready, and no examples"))
    .addHelpText("after", EXAMPLES)
    .action(async (flags: SimulateFlags) => {
      const { simulate } = await import("./simulate/run.ts");
      await simulate(flags, effects);
    });
}

/** A host that is left empty would be all addresses. */
function named(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must be an address or a name.");
  return text;
}
