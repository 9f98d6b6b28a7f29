import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RecordedAttempt } from "../../src/domain/recording.ts";
import { type Command, timeProcesses } from "./processes.ts";
import type { Row } from "./row.ts";

/** Times the 60 committed recordings. */
const REPEAT = 34;
const RECORDINGS = join("evals", "recordings", "smoke");

/** 2,040 recordings replayed through the SDKs, log and report written: the whole process, beside one that only parses them. */
export async function benchReplay(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-replay-"));
  for (const name of ["node_modules", "datasets"]) symlinkSync(resolve(name), join(folder, name));
  for (const name of ["src", "package.json", "tsconfig.json"]) cpSync(name, join(folder, name), { recursive: true });
  mkdirSync(join(folder, RECORDINGS), { recursive: true });
  cpSync("evals/smoke.ts", join(folder, "evals", "smoke.ts"));
  for (const file of readdirSync(RECORDINGS)) writeFileSync(join(folder, RECORDINGS, file), repeated(file));
  const parse = `for (const f of require("node:fs").readdirSync("${RECORDINGS}"))
    for (const line of require("node:fs").readFileSync("${RECORDINGS}/" + f, "utf8").trimEnd().split("\\n")) JSON.parse(line);`;
  const asked = ["--suite", "smoke", "--mode", "replay", "--repeat", String(REPEAT), "--out", "out", "--quiet"];
  const commands: Command[] = [
    ["node, parsing them (floor)", process.execPath, ["-e", parse]],
    ["from source", process.execPath, ["--import", "tsx", "src/main.ts", ...asked]],
  ];
  if (existsSync("dist/main.js")) {
    cpSync("dist", join(folder, "dist"), { recursive: true });
    commands.push(["built", process.execPath, ["dist/main.js", ...asked]]);
  }
  const rows = await timeProcesses(commands, folder);
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** A recording as if every trial had been asked so many times. */
function repeated(file: string): string {
  const [header = "", ...lines] = readFileSync(join(RECORDINGS, file), "utf8").trimEnd().split("\n");
  const attempts = lines.map((line) => JSON.parse(line) as RecordedAttempt);
  const copies = Array.from({ length: REPEAT }, (_, i) =>
    attempts.map((attempt) => JSON.stringify({ ...attempt, trial: attempt.trial.replace(/ 1$/, ` ${i + 1}`) })),
  );
  return `${[header, ...copies.flat()].join("\n")}\n`;
}
