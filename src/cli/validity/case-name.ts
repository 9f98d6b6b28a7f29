import type { Condition } from "../../domain/condition.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Task, TaskItem } from "../../domain/task.ts";

/** A case of the suite: an item of a task in one language under one condition. */
export type ValidityCase = {
  readonly task: Task;
  readonly item: TaskItem;
  readonly condition: Condition;
  readonly lang: Lang;
};

/** `order-01.prompt`: what its two sides have in common. */
export const pairOf = ({ item, condition }: Pick<ValidityCase, "item" | "condition">): string =>
  `${item.id}.${condition.name}`;

/** `order-01.prompt.ko`. */
export const nameOf = (one: ValidityCase): string => `${pairOf(one)}.${one.lang}`;
