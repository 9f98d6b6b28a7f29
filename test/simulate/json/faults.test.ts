import { describe, expect, it } from "vitest";
import type { FaultKind } from "../../../src/domain/grade.ts";
import { JSON_FAULTS, type JsonFault } from "../../../src/domain/profile.ts";
import type { Shape } from "../../../src/domain/question.ts";
import { gradeAnswer } from "../../../src/grade/grade.ts";
import { seeded } from "../../../src/measure/random.ts";
import { faulty } from "../../../src/simulate/json/faults.ts";
import { made } from "../../../src/simulate/json/made.ts";
import { stockOf } from "../../../src/simulate/stock/index.ts";
import { committedItems, type Item } from "../../grade/pool.ts";
import { knownOf, schemaOf } from "./known-item.ts";

const items = await committedItems();

/** What the grader calls a fault. */
const CALLED: Readonly<Record<JsonFault, FaultKind>> = {
  fenced: "fence",
  prose: "prose",
  truncated: "truncated",
  syntax: "trailing-comma",
  quotes: "quotes",
  "duplicate-key": "duplicate-key",
  "missing-key": "missing-field",
  "extra-key": "extra-field",
  "wrong-type": "wrong-type",
  "wrong-value": "wrong-value",
  "translated-value": "translated-value",
  "number-words": "number-words",
  "date-format": "date-format",
  empty: "empty",
};

/** Tasks that have no enum; of others not every right answer has a number or a date. */
const WITHOUT: Readonly<Partial<Record<JsonFault, readonly string[]>>> = {
  "wrong-value": ["event", "invoice", "order"],
  "translated-value": ["event", "invoice", "order"],
  "number-words": ["address", "event", "minutes", "status", "table", "ticket"],
  "date-format": ["address", "order", "product", "sentiment", "table", "ticket"],
};

/** How the grader decides about the right answer to an item with a fault in it. */
function decided(fault: JsonFault, mode: Shape["mode"], item: Item, seed: number): string {
  const [stock, random] = [stockOf(item.id.endsWith(".ko")), seeded(seed)];
  const answer = faulty(fault, made(schemaOf(item), knownOf(item), 0.2, stock, random), mode, stock, random);
  const { decided: by, faults } = gradeAnswer({ text: answer }, item.asked);
  return by ?? `valid${faults.map(({ kind }) => `, ${kind}`).join("")}`;
}

describe.each(JSON_FAULTS)("%s in the committed tasks", (fault) => {
  const some = items.filter((_, at) => at % 12 === JSON_FAULTS.indexOf(fault) % 12);

  it("is what the grader finds; where there is no place for it, a comma", () => {
    const called = fault === "duplicate-key" ? "valid, duplicate-key" : CALLED[fault];
    const seen = new Map<string, Set<string>>();
    for (const [seed, item] of some.entries()) {
      const name = item.asked.task.name;
      seen.set(name, (seen.get(name) ?? new Set()).add(decided(fault, "prompt", item, seed)));
    }
    expect(seen.size).toBe(13);
    for (const [name, kinds] of seen) {
      const places = WITHOUT[fault]?.includes(name) !== true;
      expect(kinds.has(called), name).toBe(places);
      expect(
        [...kinds].filter((kind) => kind !== called && (kind !== "trailing-comma" || !(fault in WITHOUT))),
      ).toEqual([]);
    }
  });

  it("is well formed in JSON mode where there is no place for it", () => {
    if (WITHOUT[fault] === undefined) return;
    for (const item of some.filter(({ asked }) => WITHOUT[fault]?.includes(asked.task.name)))
      expect(decided(fault, "json", item, 1)).toBe("valid");
  });
});
