import type { LoadedTask } from "../tasks/load.ts";

/** So many items: the first of each task, then the second of each, and so on, in the order of the tasks. */
export function sampled(tasks: readonly LoadedTask[], count: number): LoadedTask[] {
  const taken = tasks.map(() => 0);
  let left = count;
  for (let round = 0; left > 0 && tasks.some(({ items }) => items.length > round); round++) {
    for (const [place, { items }] of tasks.entries()) {
      if (left === 0) break;
      if (items.length <= round) continue;
      taken[place] = round + 1;
      left--;
    }
  }
  return tasks.map(({ task, items }, place) => ({ task, items: items.slice(0, taken[place]) }));
}
