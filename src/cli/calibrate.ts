import { Command } from "commander";
import type { CalibrateFlags } from "./calibrate/flags.ts";
import type { Effects } from "./effects.ts";
import { flag } from "./flag.ts";

const EXAMPLES = `
Examples:
  npm run eval -- calibrate
  npm run eval -- calibrate --quick
  npm run eval -- calibrate --json --quiet

It starts a server of its own on this machine, which writes into every chunk when it was sent, and asks it as a live run asks a vendor,
with more and more streams, until the times that it measures are no longer right. Nothing leaves the machine, and nothing costs money.
Reports of latency show what it found, from runs/calibration.json. Calibrate where and as you measure: same machine, nothing else at work.`;

/** `calibrate`: how right this machine's own times are, and up to how many streams. */
export function calibrateCommand(effects: Effects): Command {
  return new Command("calibrate")
    .summary("how far this machine's times can be believed")
    .description(
      "Measures how wrong measured times are on this machine, and up to how many streams they can be believed.",
    )
    .addOption(flag("--quick", "three levels only: about 11 s instead of 43"))
    .addOption(flag("--locale <language>", "language of what is printed here").choices(["en", "ko"]))
    .addOption(flag("--quiet", "print no progress"))
    .addOption(flag("--json", "print the result as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (flags: CalibrateFlags) => {
      const { calibrate } = await import("./calibrate/run.ts");
      await calibrate(flags, effects);
    });
}
