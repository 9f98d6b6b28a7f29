import type { Trial } from "../../domain/trial.ts";
import type { Asker } from "./asker.ts";

/** Opens one after the other. */
export async function byTarget<Item, One extends Pick<Asker, "target">>(
  items: readonly Item[],
  open: (item: Item) => Promise<One>,
): Promise<ReadonlyMap<string, One>> {
  const opened = new Map<string, One>();
  for (const item of items) {
    const one = await open(item);
    opened.set(one.target, one);
  }
  return opened;
}

export function askerOf<One>(askers: ReadonlyMap<string, One>, { target }: Pick<Trial, "target">): One {
  const asker = askers.get(target);
  if (asker === undefined) throw new Error(`${target} was not opened`);
  return asker;
}

/** Every one of them, whatever happens to another; the first failure is thrown when all are done. */
export async function closeAll(askers: ReadonlyMap<string, Asker>): Promise<string[]> {
  const said: string[] = [];
  const failures: unknown[] = [];
  for (const asker of askers.values()) {
    try {
      said.push(...[await asker.close()].filter((line) => line !== undefined));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return said;
}
