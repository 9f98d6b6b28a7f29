import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadTask, loadTasks, taskNames } from "../../../src/cli/tasks/load.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { projectIn } from "./project.ts";

let at: Workplace;
let root: string;
beforeEach(() => {
  at = workplace();
  root = projectIn(at.path("project"));
});
afterEach(() => {
  at.remove();
});

const HEAD = 'import { z } from "zod";\nimport { defineTask } from "../../src/domain/task.ts";\n';
const OWN = `${HEAD}export default defineTask({
  name: "own",
  title: { en: "Own", ko: "자작" },
  level: "flat",
  instruction: { en: "Find it.", ko: "찾으세요." },
  schema: z.strictObject({ amount: z.int() }),
  names: { amount: "금액" },
});
`;
const write = (text: string, name = "own"): void => {
  writeFileSync(join(root, "evals", "tasks", `${name}.ts`), text);
};

describe("a task of one's own", () => {
  it("is there as soon as its file is", async () => {
    expect(await taskNames(root)).toEqual([]);
    write(OWN);
    expect(await taskNames(root)).toEqual(["own"]);
    expect(await loadTask(root, "own")).toMatchObject({ name: "own", values: {}, compare: {} });
  });

  it.each<[string, string, string, readonly unknown[]]>([
    [
      "exports nothing",
      "export const task = 1;",
      "evals/tasks/own.ts is not a task.",
      ["default export: Invalid input: expected object, received undefined"],
    ],
    [
      "has a slip in a word of ours",
      OWN.replace('"flat"', '"flt"'),
      "evals/tasks/own.ts is not a task.",
      [expect.stringMatching(/^level: Invalid option: expected one of "flat"/)],
    ],
    [
      "leaves the schema out and is not declared",
      'export default { name: "own", names: {}, level: "flat", title: { en: "a", ko: "b" }, instruction: { en: "a", ko: "b" } };',
      "evals/tasks/own.ts is not a task.",
      ["schema: the schema is a zod schema"],
    ],
    ["names itself otherwise", OWN.replace('"own"', '"other"'), 'evals/tasks/own.ts names itself "other".', []],
    [
      "has a Date in it and no Hangul",
      OWN.replace("z.int()", "z.date()").replace("찾으세요.", "Find it."),
      "evals/tasks/own.ts has 2 faults.",
      [expect.stringMatching(/^schema: amount is a Date/), "instruction.ko: holds no Hangul"],
    ],
  ])("is refused when it %s", async (_, text, message, details) => {
    write(text);
    await expect(loadTask(root, "own")).rejects.toMatchObject({ kind: "data", message, details });
  });

  it.each([
    ["is no TypeScript", `${OWN}}`],
    ["imports what is not there", OWN.replace("task.ts", "tasks.ts")],
    ["throws", `${HEAD}throw new Error("not\\nyet");`],
  ])("is refused when it %s", async (_, text) => {
    write(text);
    await expect(loadTask(root, "own")).rejects.toMatchObject({
      kind: "data",
      message: expect.stringMatching(/^evals\/tasks\/own\.ts cannot be loaded: .+$/) as string,
    });
  });

  it("has no items until they are written", async () => {
    write(OWN);
    await expect(loadTasks(root, ["own"])).rejects.toMatchObject({
      kind: "data",
      message: expect.stringMatching(/^The task own has no items: /) as string,
    });
  });
});

describe("the tasks of the project", () => {
  it("are loaded with their items, in the order in which they are named", async () => {
    const loaded = await loadTasks(".", ["order", "event"]);
    expect(loaded.map(({ task, items }) => [task.name, items[0]?.id])).toEqual([
      ["order", "order-01"],
      ["event", "event-01"],
    ]);
  });

  it("are named where one is not there", async () => {
    const names = await taskNames(".");
    const error = {
      kind: "usage",
      message: 'There is no task "ordr". Did you mean "order"?',
      fix: `Known tasks: ${names.join(", ")}. \`tokenwon list tasks\` describes them.`,
    };
    await expect(loadTasks(".", ["event", "ordr"])).rejects.toMatchObject(error);
    await expect(loadTask(".", "ordr")).rejects.toMatchObject(error);
  });
});
