import { CONDITIONS } from "../../domain/condition.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { AskedTrial } from "./asked.ts";

/** A trial with the number of its item, the same in every language and under every condition. */
export type Numbered = { readonly item: number; readonly trial: AskedTrial };

/** Trials in one language under one condition. */
export type Cell = { readonly lang: Lang; readonly condition: string; readonly trials: readonly Numbered[] };

/** Trials of one target on all tasks or one of them: Korean first, then in the order of the conditions. */
export type Group = { readonly target: string; readonly domain: string; readonly cells: readonly Cell[] };

/** Groups by target, then `all`, then by task, each as first seen. */
export function groupsOf(trials: readonly AskedTrial[]): Group[] {
  const targets = new Map<string, Map<string, Numbered[]>>();
  const numbers = new Map<string, number>();
  for (const trial of trials) {
    const name = `${trial.task} ${trial.item}`;
    const item = numbers.get(name) ?? numbers.size;
    numbers.set(name, item);
    const tasks = got(targets, trial.target, () => new Map<string, Numbered[]>());
    got(tasks, trial.task, () => []).push({ item, trial });
  }
  return [...targets].flatMap(([target, tasks]) => [
    { target, domain: "all", cells: cellsOf([...tasks.values()].flat()) },
    ...[...tasks].map(([domain, own]) => ({ target, domain, cells: cellsOf(own) })),
  ]);
}

function cellsOf(trials: readonly Numbered[]): Cell[] {
  const found = { ko: new Map<string, Numbered[]>(), en: new Map<string, Numbered[]>() };
  for (const each of trials) got(found[each.trial.lang], each.trial.condition, () => []).push(each);
  return (["ko", "en"] as const).flatMap((lang) =>
    CONDITIONS.flatMap(({ name }) => {
      const own = found[lang].get(name);
      return own === undefined ? [] : [{ lang, condition: name, trials: own }];
    }),
  );
}

function got<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
