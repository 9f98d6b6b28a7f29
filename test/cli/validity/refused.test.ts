import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../run-cli.ts";
import { projectIn } from "../tasks/project.ts";

let at: Workplace;
let root: string;
beforeEach(() => {
  at = workplace();
  root = projectIn(at.path("project"));
});
afterEach(() => {
  at.remove();
});

/** Writes a task of one's own, its one item and a suite of it. */
function write(schema: string, expected: unknown, names: Readonly<Record<string, string>>): void {
  const task = `import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";
export default defineTask({
  name: "own",
  title: { en: "Own", ko: "자작" },
  level: "nested",
  instruction: { en: "Find it.", ko: "찾으세요." },
  schema: ${schema},
  names: ${JSON.stringify(names)},
});
`;
  const item = { id: "own-01", ko: { text: "글이다", expected }, en: { text: "a text", expected } };
  writeFileSync(join(root, "evals", "tasks", "own.ts"), task);
  writeFileSync(join(root, "datasets", "tasks", "own.jsonl"), `${JSON.stringify(item)}\n`);
  const suite = readFileSync("evals/json-validity.ts", "utf8").replace(/tasks: \[[^\]]*\]/, 'tasks: ["own"]');
  writeFileSync(join(root, "evals", "json-validity.ts"), suite);
}

const run = (...words: readonly string[]): ReturnType<Workplace["cli"]> =>
  at.cli(["--suite", "json-validity", "--out", "out", ...words], { root, env: { ANTHROPIC_API_KEY: "none" } });

/** A text in so many objects inside each other. */
const deep = (levels: number): string => (levels === 0 ? "z.string()" : `z.strictObject({ a: ${deep(levels - 1)} })`);
const deepValue = (levels: number): unknown => (levels === 0 ? "글" : { a: deepValue(levels - 1) });
const nothingWritten = (): void => {
  expect([existsSync(at.path("out")), readdirSync(at.path("home"))]).toEqual([false, []]);
};

it("a schema that a vendor's strict mode does not take is refused with its place and the rule, before anything is asked", async () => {
  write('z.strictObject({ "unit price": z.int() })', { "unit price": 3 }, { "unit price": "단가" });
  const anthropic = ["--target", "anthropic/claude-3-5-haiku"];
  for (const mode of ["simulate", "live"]) {
    const { code, out, err } = await run("--mode", mode, ...anthropic);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error\[data\]: A schema is not what anthropic takes\.$/m);
    expect(err).toContain("own: $.unit price is a key that Anthropic does not take of a tool");
    expect(err).toContain("fix: Change the schema in evals/tasks/");
  }
  nothingWritten();
  expect((await run("--mode", "simulate", "--target", "openai/gpt-4o", "--quiet", "--limit", "1")).code).toBe(0);
});

it("a schema that is too deep for one of two vendors is refused by both names", async () => {
  write(deep(11), deepValue(11), { a: "가" });
  const { code, err } = await run("--mode", "simulate");
  expect(code).toBe(2);
  expect(err).toContain("A schema is not what openai, google take.");
  expect(err).toContain("own: $ has 11 levels, which OpenAI's strict mode does not take: at most 10.");
  expect(err).not.toContain("Google");
  nothingWritten();
});

it("a record, which nobody's strict mode takes, is refused with its place", async () => {
  write("z.strictObject({ prices: z.record(z.string(), z.int()) })", { prices: { a: 1 } }, { prices: "가격" });
  const { code, err } = await run("--mode", "simulate");
  expect([code, err]).toEqual([2, expect.stringContaining("schema: prices is a record, whose keys have no names")]);
  nothingWritten();
});

describe("what cannot be asked is refused in a sentence", () => {
  it.each([
    ["--domain oder", 'has no task "oder". Did you mean "order"?'],
    ["--dataset x.csv", "The suite json-validity asks for JSON and takes no --dataset."],
    ["--mix chat", "takes no --mix"],
  ])("%s", async (words, sentence) => {
    const { code, out, err } = await at.cli(["--suite", "json-validity", "--out", "out", ...words.split(" ")]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(sentence);
  });

  it.each([
    ["smoke", "The suite smoke asks the prompts of datasets/prompts and takes no --full."],
    ["korean-tokens", "The suite korean-tokens counts offline and asks no model: it takes no --full."],
  ])("--full of %s", async (suite, sentence) => {
    const { code, err } = await at.cli(["--suite", suite, "--full", "--out", "out"]);
    expect(code).toBe(2);
    expect(err.split("\n")[0]).toBe(`error[usage]: ${sentence}`);
  });
});
