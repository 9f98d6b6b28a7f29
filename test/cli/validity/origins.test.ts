import { expect, it } from "vitest";
import { placeOf } from "../../../src/cli/runs/place-of.ts";
import { loadSuite } from "../../../src/cli/suites.ts";
import { measureValidity } from "../../../src/cli/validity/measure.ts";
import { readPriceBook } from "../../../src/dataset/books.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { AttemptTable } from "../../../src/measure/table/attempt-table.ts";
import { byName, linesOf, plan } from "./followed-log.ts";

const FIRST = "order-01.prompt.ko 1";

/** Evidence of the figures of each model, where these were asked. */
async function evidence(
  asked: readonly (readonly [id: string, evidence: Attempt["tokenwon.evidence"]])[],
): Promise<unknown> {
  const suite = await loadSuite(".", "json-validity");
  if (suite.kind !== "json-validity") throw new Error("another suite");
  const attempts = new AttemptTable(plan);
  for (const [id, grade] of asked) {
    const lines = linesOf(plan.indexOf(id) ?? -1, { kind: "invalid", failures: 0, tokens: [10, 5] });
    for (const line of lines) attempts.add(placeOf(plan, line) ?? -1, { ...line, "tokenwon.evidence": grade });
  }
  const book = await readPriceBook("datasets", "2026-11-24");
  const { rows } = measureValidity({
    suite,
    cases: { tasks: [], itemsThere: 0, byName },
    trials: plan,
    attempts,
    examples: [],
    published: undefined,
    book,
    day: book.as_of,
    run: "run-1",
    command: "",
    log: undefined,
    recordings: undefined,
  });
  const of = (target: string): string[] => [
    ...new Set(rows.flatMap((row) => (row.target === target && row.metric === "trials" ? [row.evidence] : []))),
  ];
  return plan.targets.map(of);
}

it("figures of a model stand on every answer to its trials, whoever gave it", async () => {
  const both = [`a/x ${FIRST}`, `b/y ${FIRST}`].map((id) => [id, "live"] as const);
  expect(await evidence(both)).toEqual([["live"], ["live"]]);
  // What b/y answered in place of a/x is of the figures of a/x, and of no other.
  expect(await evidence([...both, [`a/x ${FIRST} other.2`, "simulated"]])).toEqual([["simulated"], ["live"]]);
  expect(await evidence([...both, [`b/y ${FIRST} again.2`, "recorded"]])).toEqual([["live"], ["recorded"]]);
});
