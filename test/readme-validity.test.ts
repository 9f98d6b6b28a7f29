import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import jsonValidity from "../evals/json-validity.ts";
import { CONDITIONS } from "../src/domain/condition.ts";
import { FAULTS } from "../src/domain/grade.ts";
import { Suite } from "../src/domain/suite.ts";
import { type Workplace, workplace } from "./cli/run-cli.ts";

type Estimate = {
  readonly requests: number;
  readonly usd_at_most: number;
  readonly follow_up: { readonly usd_at_most: number };
};
type Row = Record<"metric" | "value" | "lang", string>;

const suite = Suite.parse(jsonValidity);
if (suite.kind !== "json-validity") throw new Error("it asks for no JSON");
const perTask = suite.tasks.map(
  (name) => readFileSync(`datasets/tasks/${name}.jsonl`, "utf8").trimEnd().split("\n").length,
);
const rows: Row[] = parse(readFileSync("reports/json-validity/measurements.csv", "utf8"), { columns: true, bom: true });
const points = rows
  .filter(({ metric, lang }) => metric === "detectable_difference" && lang === "ko-en")
  .map(({ value }) => 100 * Number(value));
const perItem = CONDITIONS.reduce((sum, { langs }) => sum + langs.length, 0);
/** Rounded up, as what it can be at most is shown. */
const atMost = (usd: number): string => `$${(Math.ceil(usd * 100) / 100).toFixed(2)}`;
const grouped = (count: number): string => count.toLocaleString("en-US");

let at: Workplace;
let sample: Estimate;
let full: Estimate;
beforeAll(async () => {
  at = workplace();
  const words = ["estimate", "--suite", suite.name, "--target", "openai/gpt-6-luna", "--json", "--quiet"];
  sample = JSON.parse((await at.cli(words)).out) as Estimate;
  full = JSON.parse((await at.cli([...words, "--full"])).out) as Estimate;
});
afterAll(() => {
  at.remove();
});

it("every task has as many items, and every item as many requests", () => {
  expect(new Set(perTask).size).toBe(1);
  expect(sample.requests).toBe(suite.items * perItem * suite.repeat);
});

describe.each([
  {
    file: "README.md",
    from: "### How often JSON is valid",
    to: "### What a run would cost",
    figures: (asked: Asked) => [
      `in ${asked.tasks} tasks of ${asked.perTask} items, ${asked.items} in all`,
      `${asked.faults} kinds`,
      `there are ${asked.answers} answers in all`,
      `${asked.sample} items, one of each task`,
      `${asked.repeat} times each under every condition: ${asked.requests} requests a target`,
      `at most ${asked.usd}, and what is asked again at most ${asked.again} if`,
      `${asked.allRequests} requests, at most ${asked.allUsd} and ${asked.allAgain}`,
      `has to be ${asked.least} to ${asked.most} points`,
    ],
  },
  {
    file: "README.ko.md",
    from: "## 한국어와 영어, JSON은",
    to: "## 실행 비용 미리 보기",
    figures: (asked: Asked) => [
      `작업 ${asked.tasks}가지에 항목이 ${asked.perTask}개씩, 모두 ${asked.items}개`,
      `${asked.faults}가지로 나누고`,
      `답변이 모두 ${asked.answers}개가 되면`,
      `차례로 골라 ${asked.sample}개를, 조건마다 ${asked.repeat}번씩`,
      `요청 ${asked.requests}건`,
      `최대 ${asked.usd}이고, 유효한 답변이 하나도 없을 때 다시 묻는 비용이 최대 ${asked.again}`,
      `요청 ${asked.allRequests}건에 최대 ${asked.allUsd}, 다시 묻는 비용이 최대 ${asked.allAgain}`,
      `${asked.least}–${asked.most}%p 이상`,
    ],
  },
])("what $file says of valid JSON", ({ file, from, to, figures }) => {
  const text = readFileSync(file, "utf8");
  const section = text.slice(text.indexOf(from), text.indexOf(`\n${to}`)).replaceAll(/\s+/g, " ");

  it("is what is asked, what that can cost, and what the committed report can show", () => {
    for (const figure of figures(asked())) expect(section).toContain(figure);
  });
  it("names every condition", () => {
    for (const { name } of CONDITIONS) expect(section).toContain(`(\`${name}\`)`);
  });
});

type Asked = ReturnType<typeof asked>;
const asked = () => ({
  tasks: suite.tasks.length,
  perTask: perTask[0] ?? 0,
  items: perTask.reduce((sum, count) => sum + count, 0),
  faults: FAULTS.length,
  answers: suite.answers,
  sample: suite.items,
  repeat: suite.repeat,
  requests: grouped(sample.requests),
  usd: atMost(sample.usd_at_most),
  again: atMost(sample.follow_up.usd_at_most),
  allRequests: grouped(full.requests),
  allUsd: atMost(full.usd_at_most),
  allAgain: atMost(full.follow_up.usd_at_most),
  least: Math.round(Math.min(...points)),
  most: Math.round(Math.max(...points)),
});
