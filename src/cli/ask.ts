import { Command, InvalidArgumentError, Option } from "commander";
import { USUAL_DEADLINES } from "../run/deadlines.ts";
import type { AskFlags } from "./ask/flags.ts";
import type { Effects } from "./effects.ts";
import { flag, positive, repeatable, whole } from "./flag.ts";
import { withPriceFlags } from "./price-flags.ts";

const EXAMPLES = `
Examples:
  npm run eval -- ask "환불은 며칠 걸리나요?" --target openai/gpt-6-luna
  npm run eval -- ask "안녕" --target local/llama3.1 --base-url local=http://127.0.0.1:11434/v1
  npm run eval -- ask "안녕" --target openrouter/meta-llama/llama-3.1-8b-instruct --base-url openrouter=https://openrouter.ai/api/v1
  cat prompt.txt | npm run eval -- ask --target anthropic/claude-haiku-5-5 --keys .env

This spends money: one request. The answer goes to standard output as it comes, the figures to standard error.
Keys come from the environment (OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, <NAME>_API_KEY) or from --keys, never from the
command line. Exit codes: 0 the answer is complete, 2 it could not be asked, 4 it did not complete.`;

/** `ask TEXT --target P/M`: one streamed answer with its figures. */
export function askCommand(effects: Effects): Command {
  const command = new Command("ask")
    .summary("one streamed answer with its figures (spends money)")
    .description("Asks a model once, streams its answer and says how long it took and what it cost.")
    .argument("[text...]", "the question; several words are joined by spaces")
    .addOption(flag("--target <target>", "whom to ask, as in openai/gpt-6-luna").makeOptionMandatory())
    .addOption(flag("--system <text>", "system prompt"))
    .addOption(flag("--max-output-tokens <n>", "longest answer, thinking included").argParser(whole(1)))
    .addOption(flag("--temperature <t>", "left out where the model takes none").argParser(temperature))
    .addOption(flag("--effort <word>", "effort of reasoning in the vendor's words, as in low"))
    .addOption(
      flag("--schema <file>", "a JSON Schema that the answer must follow, asked for in the vendor's strict mode"),
    )
    .addOption(flag("--api <name>", "openai: chat or responses (default: chat)"))
    .addOption(
      flag("--base-url <provider=url>", "address of a provider (repeatable)")
        .argParser(repeatable)
        .default([], "the vendor's"),
    )
    .addOption(flag("--keys <file>", "file of lines such as OPENAI_API_KEY=…; the environment wins"))
    .addOption(
      flag("--timeout <s>", "total time in seconds")
        .argParser(positive)
        .default(USUAL_DEADLINES.total / 1000),
    )
    .addOption(
      flag("--first-token <s>", "time to the first token in seconds")
        .argParser(positive)
        .default(USUAL_DEADLINES.firstToken / 1000),
    )
    .addOption(
      flag("--idle <s>", "time without a sign of life after the first token, in seconds")
        .argParser(positive)
        .default(USUAL_DEADLINES.idle / 1000),
    )
    .addOption(new Option("--no-stream", "take the answer whole").default(true, "streamed"));
  return withPriceFlags(command)
    .addOption(flag("--log <file>", "append the attempt to this log, as attempts.jsonl"))
    .addOption(flag("--quiet", "print the answer alone"))
    .addOption(flag("--json", "print the attempt as JSON instead of the answer"))
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], flags: AskFlags) => {
      const { ask } = await import("./ask/run.ts");
      await ask(words, flags, effects);
    });
}

function temperature(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > 2) throw new InvalidArgumentError("It must be a number from 0 to 2.");
  return value;
}
