import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Processes that another one has started, by their numbers. */
export const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
      .split(" ")
      .flatMap((child) => (child === "" ? [] : [Number(child)])),
  );

/** Those that ask for it. */
export const askingOf = (pid: number): number[] =>
  childrenOf(pid).filter((child) => /processes\/program-from-source|asking\.js/.test(commandLine(child)));

export const isThere = (pid: number): boolean => existsSync(`/proc/${pid}/cmdline`) && commandLine(pid) !== "";

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
