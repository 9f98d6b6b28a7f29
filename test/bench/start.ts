import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, timeProcesses } from "./processes.ts";
import type { Row } from "./row.ts";

/** Whole processes, from the command to its end, beside a bare Node that does nothing. */
export async function benchStart(): Promise<Row[]> {
  const out = mkdtempSync(join(tmpdir(), "tokenwon-bench-"));
  const commands: Command[] = [
    ["node, empty script (floor)", process.execPath, ["-e", "0"]],
    ["npm run eval -- --help", "npm", ["run", "eval", "--", "--help"]],
    ["npm run eval -- --suite korean-tokens", "npm", ["run", "eval", "--", "--suite", "korean-tokens", "--out", out]],
    ["npm run eval -- --suite article-claims", "npm", ["run", "eval", "--", "--suite", "article-claims", "--out", out]],
    ["npm run eval -- --suite json-validity", "npm", ["run", "eval", "--", "--suite", "json-validity", "--out", out]],
  ];
  if (existsSync("dist/main.js")) {
    commands.push(["built: tokenwon --help", process.execPath, ["dist/main.js", "--help"]]);
    commands.push([
      "built: tokenwon --suite korean-tokens",
      process.execPath,
      ["dist/main.js", "--suite", "korean-tokens", "--out", out],
    ]);
  }
  const rows = await timeProcesses(commands);
  rmSync(out, { recursive: true, force: true });
  return rows;
}
