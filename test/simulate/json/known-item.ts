import { z } from "zod";
import type { JsonSchema } from "../../../src/domain/question.ts";
import type { Task } from "../../../src/domain/task.ts";
import type { KnownAnswer } from "../../../src/simulate/json/known.ts";
import type { Item } from "../../grade/pool.ts";

/** What the simulator knows of an item. */
export const knownOf = ({ asked: { task, expected } }: Pick<Item, "asked">): KnownAnswer => ({
  value: expected,
  values: task.values,
  names: task.names,
  takes: (value) => task.schema.safeParse(value).success,
});

const schemas = new Map<Task, JsonSchema>();

/** The schema of an item's task, made once. */
export function schemaOf({ asked: { task } }: Pick<Item, "asked">): JsonSchema {
  const schema = schemas.get(task) ?? z.toJSONSchema(task.schema);
  schemas.set(task, schema);
  return schema;
}
