import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { knownAnswers } from "../../../src/cli/simulate/known.ts";
import { defineTask, TaskItem } from "../../../src/domain/task.ts";
import { simulator } from "../../../src/simulate/simulator.ts";
import { committedItems } from "../../grade/pool.ts";
import { count, post, profile, textOf } from "../../simulate/ask.ts";

const task = defineTask({
  name: "mood",
  title: { en: "Mood", ko: "기분" },
  level: "flat",
  instruction: { en: "Tell the mood.", ko: "기분을 쓰세요." },
  schema: z.strictObject({ mood: z.enum(["good", "bad"]), score: z.int().max(5) }),
  names: { mood: "기분", score: "점수" },
  values: { good: "좋음", bad: "나쁨" },
});
const items = [
  { id: "mood-01", ko: { text: "오늘은 좋아요", expected: 1 }, en: { text: "I am fine", expected: 2 } },
  {
    id: "mood-02",
    ko: { text: "오늘은 좋아요. 별 다섯 개!", expected: { mood: "good", score: 5 } },
    en: { text: "Bad", expected: 4 },
  },
].map((item) => TaskItem.parse(item));
const known = knownAnswers([{ task, items }]);

describe("the right answer", () => {
  it.each([
    ["기분을 쓰세요.\n---\n오늘은 좋아요\n---", 1],
    ["I am fine", 2],
    // The longer of two that the prompt holds.
    ["오늘은 좋아요. 별 다섯 개!", { mood: "good", score: 5 }],
    ["Tell the mood: Bad.", 4],
  ])("to %j is found", (prompt, value) => {
    expect(known(prompt)?.value).toEqual(value);
  });

  it.each(["", "오", "오늘은 좋아", "i am fine", "I am  fine"])("to %j is not", (prompt) => {
    expect(known(prompt)).toBeUndefined();
  });

  it("comes with what its task knows", () => {
    const found = known("I am fine");
    expect(found).toMatchObject({ names: task.names, values: task.values });
    expect([found?.takes({ mood: "good", score: 5 }), found?.takes({ mood: "good", score: 6 })]).toEqual([true, false]);
  });
});

it("the simulator answers what is right, after a conversation too", () => {
  const server = simulator([profile()], { seed: 1, count, known });
  const schema = JSON.stringify(z.toJSONSchema(task.schema));
  const messages = [
    { role: "user", content: `기분을 쓰세요. ${schema}\n오늘은 좋아요. 별 다섯 개!` },
    { role: "assistant", content: "{" },
    { role: "user", content: "JSON이 아닙니다." },
  ];
  for (const asked of [messages.slice(0, 1), messages]) {
    const body = textOf(post(server, "/v1/chat/completions", { model: "gpt-test", messages: asked }));
    expect(JSON.parse(body)).toMatchObject({ choices: [{ message: { content: '{"mood":"good","score":5}' } }] });
  }
});

it("every committed text is found in a prompt, and none of them is a part of another", async () => {
  const tasks = [...new Set((await committedItems()).map(({ asked }) => asked.task))].map((of) => ({
    task: of,
    items: readFileSync(`datasets/tasks/${of.name}.jsonl`, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => TaskItem.parse(JSON.parse(line))),
  }));
  const all = knownAnswers(tasks);
  const sides = tasks.flatMap((one) => one.items.flatMap(({ ko, en }) => [ko, en]));
  expect(sides.length).toBeGreaterThan(500);
  for (const { text, expected } of sides) expect(all(`{"type":"object"}\n<<<${text}>>>`)?.value).toBe(expected);
});
