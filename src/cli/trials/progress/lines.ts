import { significant } from "../../../report/format.ts";
import type { Standing, TargetStanding } from "../../../run/standing.ts";
import { type Align, table } from "../../table.ts";
import { wait, whole } from "./amounts.ts";
import { fit, oneLine } from "./fit.ts";
import { runLine, sums } from "./whole-run.ts";

/** More targets than this are summed up, so that the lines fit on a screen. */
const MOST = 12;

/** Of the cells of a target: its name, its trials, in flight, waiting, TTFT, speed, failures. */
const ALIGN: readonly Align[] = ["left", "right", "right", "left", "right", "right", "right"];

/** What is redrawn while a run goes on: a line for every target, then one for the whole; none wider than `cells`. */
export function standingLines(standing: Standing, cells: number): string[] {
  const [shown, more] = split(standing.targets);
  const rows = shown.map((target) => rowOf(target, Math.floor(cells / 2)));
  if (more.length > 0) {
    const { done, total, failures } = sums(more);
    rows.push([`and ${more.length} more`, share(done, total), "", "", "", "", failed(failures)]);
  }
  const lines = aligned(rows).map((line, i) => [line, ...endOf(shown[i])].join("  "));
  return [...lines, runLine(standing)].map((line) => fit(line, cells));
}

/** Those with something left to ask come first into the places, in the order of the run. */
function split(
  targets: readonly TargetStanding[],
): [shown: readonly TargetStanding[], more: readonly TargetStanding[]] {
  const over = targets.filter(isOver);
  const first = new Set([...targets.filter((target) => !isOver(target)), ...over].slice(0, MOST));
  return [targets.filter((target) => first.has(target)), targets.filter((target) => !first.has(target))];
}

const isOver = ({ done, total, stopped }: TargetStanding): boolean => done >= total || stopped !== undefined;

/** What is not known is an empty cell, and so is what is no news: nothing failed, nothing in flight of a target that is over. */
function rowOf(target: TargetStanding, nameCells: number): string[] {
  const { inFlight, limit, waiting, ttftMs, tokensPerSecond, stopped } = target;
  const start = [
    fit(oneLine(target.target), nameCells),
    share(target.done, target.total),
    inFlight === 0 && isOver(target) ? "" : `${whole(inFlight)} of ${whole(limit)} in flight`,
  ];
  if (stopped !== undefined) return start;
  return [
    ...start,
    waiting === undefined ? "" : `${whole(waiting.trials)} waiting (${oneLine(waiting.why)}, ${wait(waiting.ms)})`,
    ttftMs === undefined ? "" : `TTFT ${whole(ttftMs)} ms`,
    tokensPerSecond === undefined ? "" : `${significant(tokensPerSecond, 2)} tok/s`,
    failed(target.failures),
  ];
}

/** Why a target is not asked any more: beside its trials, where a narrow terminal still shows it. */
function endOf(target: TargetStanding | undefined): string[] {
  if (target?.stopped === undefined) return [];
  return [`stopped: ${oneLine(target.stopped)}`, failed(target.failures)].filter((part) => part !== "");
}

const share = (done: number, total: number): string => `${whole(done)}/${whole(total)}`;
const failed = (failures: number): string => (failures === 0 ? "" : `${whole(failures)} failed`);

/** Columns that no target fills take no room. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const filled = ALIGN.map((_, i) => i).filter((i) => rows.some((row) => (row[i] ?? "") !== ""));
  const pick = (row: readonly string[]): string[] => filled.map((i) => row[i] ?? "");
  return table(
    pick(first),
    others.map(pick),
    filled.map((i) => ALIGN[i] ?? "left"),
  ).split("\n");
}
