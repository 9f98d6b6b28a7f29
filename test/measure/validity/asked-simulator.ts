import { readFileSync } from "node:fs";
import { z } from "zod";
import { knownAnswers } from "../../../src/cli/simulate/known.ts";
import { JSON_FAULTS, Profile } from "../../../src/domain/profile.ts";
import type { Simulator } from "../../../src/domain/simulator.ts";
import { type Task, TaskItem } from "../../../src/domain/task.ts";
import { type Asked, gradeAnswer } from "../../../src/grade/grade.ts";
import { seeded } from "../../../src/measure/random.ts";
import type { Trial } from "../../../src/measure/validity/tally.ts";
import { simulator } from "../../../src/simulate/simulator.ts";

export const ITEMS = 24;
export const REPETITIONS = 3;
export const ANSWERS = 3;
/** Those with the shortest schemas, for speed; every fault has its place in one of them. */
const TASKS = ["event", "sentiment", "order", "table", "ticket"];
/** Dollars for a token of a prompt and of an answer; a token is a character here. */
const USD = { input: 2.5e-6, output: 10e-6 } as const;
const MODEL = "gpt-test";

/** How answers fail: the shares of the faults, and how alike those of a prompt are. */
export type Mix = { readonly json: Profile["json"]; readonly alike: number };

/** An item of the committed tasks in Korean, with what stands before its text in a prompt. */
type Question = { readonly text: string; readonly before: string; readonly asked: Asked };

const tasks: { readonly task: Task; readonly items: TaskItem[] }[] = [];
for (const name of TASKS) {
  const { default: task } = (await import(`../../../evals/tasks/${name}.ts`)) as { readonly default: Task };
  const lines = readFileSync(`datasets/tasks/${name}.jsonl`, "utf8").trimEnd().split("\n");
  tasks.push({ task, items: lines.map((line) => TaskItem.parse(JSON.parse(line))) });
}
const known = knownAnswers(tasks);
export const QUESTIONS: readonly Question[] = tasks.flatMap(({ task, items }) => {
  const before = `${task.instruction.ko}\n${JSON.stringify(z.toJSONSchema(task.schema))}`;
  return items.map(({ ko: { text, expected }, tolerance }) => ({
    text,
    before,
    asked: { task, expected, ...(tolerance && { tolerance }) },
  }));
});

/** A model that fails in this way. */
export const simulatorOf = ({ json, alike }: Mix, seed: number): Simulator => {
  const always = (value: number): Profile["ttft_ms"] => ({ low: value, high: value });
  const profile = Profile.parse({
    target: `openai/${MODEL}`,
    wire: "openai",
    ttft_ms: always(0.01),
    tokens_per_second: always(1e9),
    tokens_per_chunk: 1e6,
    output_tokens: always(20),
    json,
    json_alike: alike,
    tokenizer: "characters",
    evidence: {},
  });
  return simulator([profile], { seed, known, count: (_, text) => text.length });
};

/** The body of a chat completion. Items are numbered, so that one that is drawn twice is as good as two. */
export const bodyOf = ({ text, before }: Question, number: number): string =>
  JSON.stringify({ model: MODEL, messages: [{ role: "user", content: `[${number}] ${before}\n${text}` }] });

/** Sends a body to chat completions and gives the body that comes back. */
export type Send = (body: string) => string | Promise<string>;

export const inProcess =
  (to: Simulator): Send =>
  (body) =>
    to
      .answer({ method: "POST", path: "/v1/chat/completions", body, now: 0 })
      .reads.map(({ bytes }) => Buffer.from(bytes).toString())
      .join("");

/** An answer, read from the wire. */
export function read(body: string): { readonly text: string; readonly usd: number; readonly tokens: number } {
  const { choices, usage } = JSON.parse(body) as {
    readonly choices: readonly [{ readonly message: { readonly content: string } }];
    readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number };
  };
  const { prompt_tokens: input, completion_tokens: output } = usage;
  return {
    text: choices[0].message.content,
    usd: input * USD.input + output * USD.output,
    tokens: input + output,
  };
}

/** Items drawn by the seed, each asked so often, and again until it is valid. */
export async function askedTrials(seed: number, send: Send): Promise<Trial[]> {
  const random = seeded(seed);
  const trials: Trial[] = [];
  for (let item = 0; item < ITEMS; item++) {
    const question = QUESTIONS[Math.floor(random() * QUESTIONS.length)] as Question;
    const body = bodyOf(question, item);
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      let [valid, attempts, tokens, usd, firstTokens, firstUsd] = [false, 0, 0, 0, 0, 0];
      while (!valid && attempts < ANSWERS) {
        const answer = read(await send(body));
        valid = gradeAnswer(answer, question.asked).valid;
        tokens += answer.tokens;
        usd += answer.usd;
        if (attempts === 0) [firstTokens, firstUsd] = [tokens, usd];
        attempts++;
      }
      const firstValid = valid && attempts === 1;
      trials.push({ item, attempts, firstValid, finalValid: valid, tokens, usd, firstTokens, firstUsd });
    }
  }
  return trials;
}

/** A mix with this share of invalid answers in all, of every kind, and some keys twice, which are valid. */
export const mixOf = (invalid: number, alike: number): Mix => ({
  alike,
  json: Object.fromEntries(
    JSON_FAULTS.map((fault) => [fault, fault === "duplicate-key" ? 0.004 : invalid / (JSON_FAULTS.length - 1)]),
  ),
});
