import { Command, CommanderError } from "commander";
import { EXIT, type ExitCode, UserError } from "../domain/error.ts";
import { askCommand } from "./ask.ts";
import { calibrateCommand } from "./calibrate.ts";
import { paintFor } from "./colour.ts";
import { costCommand } from "./cost.ts";
import { countCommand } from "./count.ts";
import { doctorCommand } from "./doctor.ts";
import type { Effects } from "./effects.ts";
import { estimateCommand } from "./estimate.ts";
import { firstLiveCommand } from "./first-live.ts";
import { fixturesCommand } from "./fixtures.ts";
import { listCommand } from "./list.ts";
import { pricesCommand } from "./prices.ts";
import { runCommand } from "./run.ts";
import { simulateCommand } from "./simulate.ts";
import { validateCommand } from "./validate.ts";

const HELP = `
First steps:
  npm run eval -- --suite korean-tokens          token ratios and prices, offline, no key
  npm run eval -- count "안녕하세요"               tokens and price of a text
  npm run eval -- --suite korean-tokens --dataset ours.csv --out ours
                                                 the same on your own text (columns ko and en)
  npm run eval -- cost                           what a month of traffic costs on every target
  npm run eval -- --suite smoke                  from prompt to report without a key, simulated
  npm run eval -- --suite latency                how fast, in Korean and in English; simulated until a key is there
  npm run eval -- --suite json-validity          how often JSON is valid, and what failing costs; simulated too
  npm run eval -- estimate --suite smoke --target openai/gpt-6-luna
                                                 what asking a model would cost at most; nothing is sent
  npm run eval -- first-live --budget-usd 1 --keys .env --dry-run
                                                 with keys: what a first dollar would measure
  npm run eval -- run --help                     every flag of run

Every flag but --explain and the --no- ones can be set in the environment: --suite is TOKENWON_SUITE. A flag wins over the environment.
Exit codes: 0 ok, 1 fault, 2 bad usage or input, 4 incomplete, 5 recording missing or damaged,
6 secret found, 130 interrupted.`;

/** Runs one command line to its exit code. Never throws: a mistake is printed, a fault of ours keeps its stack. */
export async function runCommandLine(args: readonly string[], effects: Effects): Promise<ExitCode> {
  const program = buildProgram(effects);
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    return report(error, effects);
  }
}

function buildProgram(effects: Effects): Command {
  const program = new Command("tokenwon")
    .description("What a Korean request to an LLM really costs: measured token ratios and what they do to prices.")
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", HELP);
  const commands = [
    runCommand,
    estimateCommand,
    costCommand,
    askCommand,
    countCommand,
    pricesCommand,
    simulateCommand,
    calibrateCommand,
    firstLiveCommand,
    fixturesCommand,
    listCommand,
    validateCommand,
    doctorCommand,
  ].map((make) => make(effects));
  for (const command of commands) program.addCommand(command, { isDefault: command.name() === "run" });
  for (const command of [program, ...commands, ...commands.flatMap(({ commands: below }) => below)]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureHelp({
        optionDescription: (option) =>
          describe(option.description, option.defaultValueDescription, option.defaultValue, option.argChoices),
      })
      .configureOutput({
        writeOut: effects.stdout.write,
        writeErr: effects.stderr.write,
        getOutHelpWidth: () => 110,
        getErrHelpWidth: () => 110,
        outputError: () => undefined, // Printed once, by report().
      });
  }
  return program;
}

/** Help without the names of environment variables, which would double its length. */
function describe(
  text: string,
  defaultText: string | undefined,
  value: unknown,
  choices: readonly string[] | undefined,
): string {
  const notes = [
    ...(choices === undefined ? [] : [choices.join(", ")]),
    ...(defaultText !== undefined
      ? [`default: ${defaultText}`]
      : typeof value === "string"
        ? [`default: ${value}`]
        : []),
  ];
  return notes.length === 0 ? text : `${text} (${notes.join("; ")})`;
}

function report(error: unknown, effects: Effects): ExitCode {
  const { stderr, signal, env } = effects;
  const paint = paintFor(stderr, env);
  const line = (text: string): void => {
    stderr.write(`${text}\n`);
  };
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok; // Help or the version was asked for.
    if (error.code === "commander.help") return EXIT.usage; // A command without its subcommand has printed its help.
    const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
    line(`${paint.red("error[usage]:")} ${first}`);
    for (const hint of rest) line(`  ${hint}`);
    line("  fix: see `npm run eval -- --help`");
    return EXIT.usage;
  }
  // What stopped with something kept says so itself.
  const kept = error instanceof UserError && error.kind === "interrupted";
  if (signal.aborted && !kept) {
    line("interrupted: nothing was written. Run the same command to start again.");
    return EXIT.interrupted;
  }
  if (error instanceof UserError) {
    line(kept ? `interrupted: ${error.message}` : `${paint.red(`error[${error.kind}]:`)} ${error.message}`);
    for (const detail of error.details) line(`  ${detail}`);
    if (error.fix !== undefined) line(`  fix: ${error.fix}`);
    return error.exitCode;
  }
  line(`${paint.red("error[fault]:")} this is a fault of tokenwon, not of your input.`);
  line(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.fault;
}

const VERSION = "0.1.0";
