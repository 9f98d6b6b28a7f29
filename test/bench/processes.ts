import { spawnSync } from "node:child_process";
import { median, type Row, seconds } from "./row.ts";

/** A whole process: its name, its command, and the words after it. */
export type Command = readonly [name: string, command: string, args: readonly string[]];

const ROUNDS = 5;

/** Times whole processes in turn, from the command to its end; each beside the first, which is the floor. */
export async function timeProcesses(commands: readonly Command[], cwd?: string): Promise<Row[]> {
  const times = commands.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, [name, command, args]] of commands.entries()) {
      const took = await seconds(() => {
        const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
        if (status !== 0) throw new Error(`${name} ended with ${status ?? "a signal"}: ${stderr}`);
      });
      if (round > 0) times[i]?.push(took); // The first round only warms the disk.
    }
  }
  const floor = median(times[0] ?? []);
  return commands.map(([name], i) => {
    const took = times[i] ?? [];
    return {
      name,
      figure: `${median(took).toFixed(2)} s`,
      beside: i === 0 ? "" : `${(median(took) - floor).toFixed(2)} s above the floor`,
      spread: `${Math.min(...took).toFixed(2)}–${Math.max(...took).toFixed(2)} s`,
    };
  });
}
