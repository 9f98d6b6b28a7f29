import { LANGS, type Lang } from "../../domain/prompt.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import { msAt } from "../table/columns.ts";
import type { TimedPlan } from "../table/timed-plan.ts";
import { eachCourse } from "./courses.ts";
import { List } from "./lists.ts";

/** What came of the trials of a target in a language. */
export type Group = {
  readonly target: string;
  readonly lang: Lang;
  /** Rows of the first and of the last attempt of each trial, place for place. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Those between and after: every attempt but the first, in the order of the trials. */
  readonly retries: Uint32Array;
  /** Due → first output of the last attempt, in ms; NaN where it was not answered. */
  readonly response: Float64Array;
  /** Number of each trial's prompt. */
  readonly item: Uint32Array;
  /** Why trials were asked again, each once: the first failure's place in the table's list. */
  readonly firstCause: Uint32Array;
};

type Lists = Record<"first" | "last" | "retries" | "item" | "firstCause", List<Uint32ArrayConstructor>> & {
  readonly response: List<Float64ArrayConstructor>;
};

/** The trials by target and language, in the order of the plan; what was never asked has no group. */
export function groupsOf(table: AttemptTable, plan: TimedPlan): Group[] {
  const growing = new Map<string, Lists & Pick<Group, "target" | "lang">>();
  const items = new Map<string, number>();
  const { failure } = table.columns;
  eachCourse(table, plan.length, ({ trial, tries }) => {
    const target = plan.targetAt(trial);
    const lang = plan.langAt(trial);
    const key = `${lang} ${target}`;
    let group = growing.get(key);
    if (group === undefined) {
      group = { target, lang, ...empty(Math.ceil(plan.length / plan.targets.length / LANGS.length)) };
      growing.set(key, group);
    }
    const pair = plan.pairAt(trial);
    const item = items.get(pair) ?? items.size;
    items.set(pair, item);
    const [first = 0] = tries;
    group.first.push(first);
    group.last.push(tries.at(-1) ?? first);
    group.item.push(item);
    group.response.push(responseOf(table, tries));
    for (const row of tries.slice(1)) group.retries.push(row);
    if (tries.length > 1) group.firstCause.push(failure[first] ?? 0);
  });
  return plan.targets.flatMap((target) =>
    LANGS.flatMap((lang) => {
      const group = growing.get(`${lang} ${target}`);
      return group === undefined ? [] : [done(group)];
    }),
  );
}

/** From the moment at which a trial was due to the first output of its last attempt, in ms; NaN where that failed. */
function responseOf({ columns }: AttemptTable, tries: readonly number[]): number {
  const last = tries.at(-1) ?? 0;
  if (columns.failure[last] !== 0 || columns.head[last] === 0) return Number.NaN;
  let ms = msAt(columns.ttft, last);
  for (const row of tries) {
    ms += orNone(columns.queued[row]) + orNone(columns.backoff[row]);
    if (row !== last) ms += msAt(columns.end, row);
  }
  return ms;
}

const orNone = (ms: number | undefined): number => (ms === undefined || Number.isNaN(ms) ? 0 : ms);

/** Empty lists with room for so many trials. */
const empty = (trials: number): Lists => ({
  first: new List(Uint32Array, trials),
  last: new List(Uint32Array, trials),
  retries: new List(Uint32Array, 0),
  item: new List(Uint32Array, trials),
  firstCause: new List(Uint32Array, 0),
  response: new List(Float64Array, trials),
});

const done = ({ target, lang, ...lists }: Lists & Pick<Group, "target" | "lang">): Group => ({
  target,
  lang,
  first: lists.first.values,
  last: lists.last.values,
  retries: lists.retries.values,
  item: lists.item.values,
  firstCause: lists.firstCause.values,
  response: lists.response.values,
});
