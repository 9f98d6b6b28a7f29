import fc from "fast-check";
import order from "../../../evals/tasks/order.ts";
import { nameOf, pairOf, type ValidityCase } from "../../../src/cli/validity/case-name.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { BASE, CONDITIONS, RETRIES } from "../../../src/domain/condition.ts";
import type { Grade } from "../../../src/domain/grade.ts";
import type { UsdOf } from "../../../src/measure/spent.ts";
import { casePlan } from "../../../src/plan/trials.ts";
import { LOST, made } from "../../measure/hand-made.ts";

const TARGETS = ["a/x", "b/y"];
const side = { text: "글", expected: 1 };
const conditions = CONDITIONS.filter(({ name }) => ["prompt", "json"].includes(name));
const cases: ValidityCase[] = ["order-01", "order-02"].flatMap((id) =>
  conditions.map((condition) => ({ task: order, item: { id, ko: side, en: side }, condition, lang: "ko" })),
);
export const byName = new Map(cases.map((one) => [nameOf(one), one]));
/** Two models, two items under the base and in JSON mode, and what may follow the base. */
export const plan = casePlan({
  suite: { name: "json-validity" },
  targets: TARGETS,
  cases: cases.map((one) => ({
    name: nameOf(one),
    pair: pairOf(one),
    lang: one.lang,
    question: { messages: [{ role: "user", text: "물음" }], maxOutputTokens: 9, stream: false },
  })),
  followed: {
    ways: RETRIES,
    answers: 3,
    isFollowed: (name) => byName.get(name)?.condition === BASE,
    targetOf: (way, target) => (way === "other" ? (TARGETS.find((one) => one !== target) ?? target) : target),
    questionOf: (_, { question }) => question,
  },
});
/** Nobody knows what the second one costs. */
export const usdOf: UsdOf = (attempt) => {
  const { fresh_input: input = 0 } = attempt["tokenwon.usage"] ?? {};
  return attempt["tokenwon.target"] === "b/y" ? undefined : input / 1024;
};
const steps = { raw: "failed", fence: "failed", extracted: "failed", schema: "skipped", fields: "skipped" } as const;

/** An answer, with failures of the API before it; `kind`: how it did, or that none came. */
const asking = fc.record({
  kind: fc.constantFrom("valid", "invalid", "invalid", "none", "ungraded"),
  failures: fc.integer({ min: 0, max: 2 }),
  tokens: fc.option(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), { nil: undefined }),
});
export type Asking = typeof asking extends fc.Arbitrary<infer One> ? One : never;

const gradeOf = (valid: boolean): Grade =>
  valid
    ? { reading: "raw", valid, repaired: false, steps, faults: [], fields: { right: 1.5, all: 3, wrong: [] } }
    : { valid, repaired: false, steps, faults: [{ kind: "fence" }, { kind: "prose" }], decided: "fence" };

/** The lines of a place of the plan. */
export function linesOf(place: number, { kind, failures, tokens }: Asking): Attempt[] {
  const { trial, as } = plan.at(place).follows ?? { trial: plan.at(place).id, as: undefined };
  const own = plan.at(plan.indexOf(trial) ?? -1);
  const of = (line: Attempt): Attempt => ({
    ...line,
    "tokenwon.target": plan.targetAt(place),
    ...(as === undefined ? {} : { "tokenwon.follow": as }),
  });
  const failed = Array.from({ length: failures }, (_, i) => of(made(own, { attempt: i + 1, failure: LOST })));
  if (kind === "none") return failed;
  const answer = of(made(own, { attempt: failures + 1, text: "{}", ...(tokens && { tokens }) }));
  return [...failed, kind === "ungraded" ? answer : { ...answer, "tokenwon.grade": gradeOf(kind === "valid") }];
}

/** The lines of some places, in the order of the places. */
export const log = fc
  .array(fc.option(asking, { nil: undefined, freq: 6 }), {
    minLength: plan.follows?.places ?? 0,
    maxLength: plan.follows?.places ?? 0,
  })
  .map((all) => all.flatMap((one, place) => (one === undefined || !isPlanned(place) ? [] : linesOf(place, one))));
const isPlanned = (place: number): boolean => plan.indexOf(plan.at(place).id) === place;
