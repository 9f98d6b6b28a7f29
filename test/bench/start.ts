import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Row, seconds } from "./row.ts";

const ROUNDS = 5;

/** Whole processes, from the command to its end, beside a bare Node that does nothing. */
export async function benchStart(): Promise<Row[]> {
  const out = mkdtempSync(join(tmpdir(), "tokenwon-bench-"));
  const commands: [string, string, string[]][] = [
    ["node, empty script (floor)", process.execPath, ["-e", "0"]],
    ["npm run eval -- --help", "npm", ["run", "eval", "--", "--help"]],
    ["npm run eval -- --suite korean-tokens", "npm", ["run", "eval", "--", "--suite", "korean-tokens", "--out", out]],
    ["npm run eval -- --suite article-claims", "npm", ["run", "eval", "--", "--suite", "article-claims", "--out", out]],
  ];
  if (existsSync("dist/main.js")) {
    commands.push(["built: tokenwon --help", process.execPath, ["dist/main.js", "--help"]]);
    commands.push([
      "built: tokenwon --suite korean-tokens",
      process.execPath,
      ["dist/main.js", "--suite", "korean-tokens", "--out", out],
    ]);
  }
  const times = commands.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, [name, command, args]] of commands.entries()) {
      const took = await seconds(() => {
        const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
        if (status !== 0) throw new Error(`${name} ended with ${status ?? "a signal"}: ${stderr}`);
      });
      if (round > 0) times[i]?.push(took); // The first round only warms the disk.
    }
  }
  rmSync(out, { recursive: true, force: true });
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
