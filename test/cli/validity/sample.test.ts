import fc from "fast-check";
import { expect, it } from "vitest";
import order from "../../../evals/tasks/order.ts";
import { sampled } from "../../../src/cli/validity/sample.ts";
import type { TaskItem } from "../../../src/domain/task.ts";

const side = { text: "글", expected: 1 };
const tasksOf = (counts: readonly number[]): Parameters<typeof sampled>[0] =>
  counts.map((count, task) => ({
    task: { ...order, name: `task-${task}` },
    items: Array.from({ length: count }, (_, i): TaskItem => ({ id: `t${task}-${i + 1}`, ko: side, en: side })),
  }));
const idsOf = (tasks: ReturnType<typeof sampled>): string[][] => tasks.map(({ items }) => items.map(({ id }) => id));

it.each<[counts: readonly number[], count: number, taken: readonly number[]]>([
  [[3, 3, 3], 3, [1, 1, 1]],
  [[3, 3, 3], 5, [2, 2, 1]],
  [[1, 5, 2], 6, [1, 3, 2]],
  [[0, 2], 1, [0, 1]],
  [[2, 2], 9, [2, 2]],
  [[], 4, []],
])("of %j items %i are %j", (counts, count, taken) => {
  expect(sampled(tasksOf(counts), count).map(({ items }) => items.length)).toEqual(taken);
});

it("takes the first items of each task in turn, as many as there are to take, and more of the same when more are wanted", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 6 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 40 }), (own, count) => {
      const all = tasksOf(own);
      const [some, more] = [idsOf(sampled(all, count)), idsOf(sampled(all, count + 1))];
      expect(some.flat().length).toBe(
        Math.min(
          count,
          own.reduce((sum, one) => sum + one, 0),
        ),
      );
      for (const [task, ids] of some.entries()) {
        expect(ids).toEqual(all[task]?.items.slice(0, ids.length).map(({ id }) => id));
        expect(more[task]?.slice(0, ids.length)).toEqual(ids);
        // Nobody has two more than another who has some left.
        for (const [other, theirs] of some.entries())
          if (theirs.length < (own[other] ?? 0)) expect(ids.length - theirs.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 100 },
  );
});
