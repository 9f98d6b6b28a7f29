import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf } from "../../../src/cli/runs/place-of.ts";
import { askedTrials } from "../../../src/cli/validity/asked-trials.ts";
import type { ValidityCase } from "../../../src/cli/validity/case-name.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { BASE, RETRIES } from "../../../src/domain/condition.ts";
import { AttemptTable } from "../../../src/measure/table/attempt-table.ts";
import type { Answered, AskedTrial } from "../../../src/measure/validity/asked.ts";
import { type Asking, byName, linesOf, log, plan, usdOf } from "./followed-log.ts";

/** The same by the lines alone, one trial after the other. */
function byHand(lines: readonly Attempt[]): AskedTrial[] {
  return [...plan].flatMap((trial): AskedTrial[] => {
    const own = lines.filter((line) => line["tokenwon.trial"] === trial.id);
    const answer = (as?: string): Answered | undefined => {
      const line = own.find((one) => one["tokenwon.follow"] === as && one["tokenwon.failure"] === undefined);
      const grade = line?.["tokenwon.grade"];
      if (line === undefined || grade === undefined) return undefined;
      const usage = line["tokenwon.usage"];
      return {
        reading: grade.reading,
        valid: grade.valid,
        repaired: grade.repaired,
        decided: grade.decided,
        faults: grade.faults.map(({ kind }) => kind),
        fields: grade.fields && { right: grade.fields.right, all: grade.fields.all },
        tokens: usage && usage.fresh_input + usage.visible_output,
        usd: usage && usdOf(line),
      };
    };
    if (!own.some((line) => line["tokenwon.follow"] === undefined)) return [];
    const first = answer();
    const { task, item, lang, condition } = byName.get(trial.case) as ValidityCase;
    const follows = first?.valid === false && condition === BASE;
    const after = (follows ? RETRIES : []).map((way) => {
      const second = answer(`${way}.2`);
      if (second?.valid === true) return [way, [second]];
      const third = answer(`${way}.3`);
      return [way, second === undefined || third === undefined ? undefined : [second, third]];
    });
    return [
      {
        target: trial.target,
        task: task.name,
        item: item.id,
        lang,
        condition: condition.name,
        first,
        after: Object.fromEntries(after) as AskedTrial["after"],
      },
    ];
  });
}

function read(lines: readonly Attempt[]): AskedTrial[] {
  const table = new AttemptTable(plan);
  for (const line of lines) table.add(placeOf(plan, line) ?? -1, line);
  return askedTrials(table, plan, { byName, usdOf });
}
describe("trials that were asked", () => {
  it("are what their lines say, in whichever order they came", () => {
    const shuffled = log.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, ([lines, other]) => {
        expect(read(lines)).toStrictEqual(byHand(lines));
        expect(read(other)).toEqual(read(lines));
      }),
      { numRuns: 100 },
    );
  });

  const at = (id: string): number => plan.indexOf(id) ?? -1;
  const FIRST = "a/x order-01.prompt.ko 1";
  const [valid, invalid, none] = (["valid", "invalid", "none"] as const).map(
    (kind): Asking => ({
      kind,
      failures: kind === "none" ? 2 : 0,
      tokens: [10, 5],
    }),
  ) as [Asking, Asking, Asking];

  it("have no answer, and nothing after it, where the API gave none", () => {
    expect(read(linesOf(at(FIRST), none))).toMatchObject([{ first: undefined, after: {} }]);
    expect(read([])).toEqual([]);
  });

  it("have each way up to what was valid, and undefined for one that was broken off or not yet gone", () => {
    const lines = [
      ...linesOf(at(FIRST), invalid),
      ...linesOf(at(`${FIRST} again.2`), valid),
      ...linesOf(at(`${FIRST} message.2`), invalid),
      ...linesOf(at(`${FIRST} message.3`), none),
    ];
    const [only] = read(lines);
    expect(Object.keys(only?.after ?? {})).toEqual(RETRIES);
    expect(only?.after).toMatchObject({ again: [{ valid: true, tokens: 15 }], message: undefined, other: undefined });
  });

  it("are billed by whoever was asked", () => {
    const lines = [FIRST, `${FIRST} other.2`].flatMap((id) => linesOf(at(id), id === FIRST ? invalid : valid));
    const [only] = read(lines);
    expect([only?.target, only?.first?.usd]).toEqual(["a/x", 10 / 1024]);
    expect(only?.after.other).toMatchObject([{ tokens: 15, usd: undefined }]);
  });
});
