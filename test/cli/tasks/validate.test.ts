import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadTask } from "../../../src/cli/tasks/load.ts";
import { gradeAnswer } from "../../../src/grade/grade.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { projectIn } from "./project.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

/** The code of a section of a README, by the language of its block. */
function blocks(file: string, title: string): { readonly ts: string; readonly json: string } {
  const [, section = ""] = readFileSync(file, "utf8").split(`# ${title}\n`);
  const block = (language: string): string => section.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";
  return { ts: block("ts"), json: block("json") };
}

/** A project that has the task of the README and no other, with a suite that names these. */
function withTask({ ts, json }: { readonly ts: string; readonly json: string }, names = '"refund"'): string {
  const root = projectIn(at.path("project"));
  writeFileSync(join(root, "evals", "tasks", "refund.ts"), ts);
  writeFileSync(join(root, "datasets", "tasks", "refund.jsonl"), json);
  const suite = readFileSync("evals/json-validity.ts", "utf8").replace(/tasks: \[[^\]]*\]/, `tasks: [${names}]`);
  writeFileSync(join(root, "evals", "json-validity.ts"), suite);
  return root;
}

const example = blocks("README.md", "Add a task");

describe("the task that the README adds", () => {
  it("is the same in both languages", () => {
    expect(example.ts).toContain("defineTask");
    expect(blocks("README.ko.md", "작업 추가하기")).toEqual(example);
  });

  it("passes validate and can be listed, without other code", async () => {
    const root = withTask(example);
    const { code, out } = await at.cli(["validate"], { root });
    expect(out).toContain("ok    task refund: 2 items\n");
    expect(out).toContain("ok    suite json-validity: ");
    expect(code).toBe(0);
    expect((await at.cli(["list", "tasks"], { root })).out).toBe(
      "Task    Level  Items  Title\nrefund  flat       2  A refund from a customer's message\n",
    );
  });

  it.each<[string, (line: string) => string, string]>([
    ["is cut short", (line) => line.slice(0, -1), "refund\\.jsonl:2: not JSON: "],
    [
      "has a right answer that is none",
      (line) => line.replace('"amount":38000', '"amount":"3만 8천 원"'),
      "refund\\.jsonl:2: ko\\.expected\\.amount: Invalid input: expected number, received string",
    ],
    [
      "has an enum in Korean",
      (line) => line.replaceAll('"late"', '"배송 지연"'),
      "refund\\.jsonl:2: en\\.expected\\.reason: Invalid option: ",
    ],
    [
      "has the id of the line before",
      (line) => line.replace("refund-02", "refund-01"),
      'refund\\.jsonl:2: id: "refund-01" is that of line 1 too',
    ],
  ])("is refused by its line when that %s", async (_, spoil, fault) => {
    const [first = "", second = ""] = example.json.split("\n");
    const root = withTask({ ...example, json: `${first}\n${spoil(second)}\n` });
    const { code, out } = await at.cli(["validate"], { root });
    expect(code).toBe(2);
    expect(out).toMatch(/^wrong task refund: /m);
    expect(out).toMatch(new RegExp(`^ {6}\\S*${fault}`, "m"));
  });

  it("is graded by its own rules", async () => {
    const task = await loadTask(withTask(example), "refund");
    const asked = { task, expected: { amount: 24000, reason: "damaged", paid_on: "2026-11-18" } };
    const grade = (answer: string): unknown => gradeAnswer({ text: answer }, asked).faults.map(({ kind }) => kind);
    expect(grade('{"amount":24000,"reason":"damaged","paid_on":"2026-11-18"}')).toEqual([]);
    expect(grade('{"amount":24000,"reason":"파손","paid_on":"11월 18일"}')).toEqual([
      "translated-value",
      "date-format",
    ]);
  });
});

it("a task and its items belong together, and a suite names tasks that are there", async () => {
  const root = withTask(example, '"refund", "refunds"');
  writeFileSync(join(root, "datasets", "tasks", "refunded.jsonl"), "");
  const { code, out } = await at.cli(["validate"], { root });
  expect(code).toBe(2);
  expect(out).toContain("ok    task refund: 2 items\n");
  expect(out).toContain(
    "wrong task refunded: datasets/tasks/refunded.jsonl holds items of a task that is not there.\n",
  );
  expect(out).toContain('wrong suite json-validity: There is no task "refunds". Did you mean "refund"?\n');
});
