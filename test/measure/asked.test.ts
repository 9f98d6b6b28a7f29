import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAILURE_KINDS, type Failure, saysNothing } from "../../src/domain/failure.ts";
import { askedTrials } from "../../src/measure/asked.ts";
import { made, pickerOf, planned, REFUSED } from "./hand-made.ts";

const trials = planned(["a/x"], 2);
const trial = pickerOf(trials)("a/x p1.ko 1");
const failed = (kind: Failure["kind"], attempt = 1): ReturnType<typeof made> =>
  made(trial, { attempt, failure: { ...REFUSED, kind } });

describe("a trial that was asked", () => {
  it("has figures of its first attempt, an end of its last, and the retries between", () => {
    const all = [failed("server"), failed("rate-limit", 2), made(trial, { attempt: 3 })];
    const [asked] = askedTrials(trials, all.toReversed());
    expect(asked).toEqual({ trial, first: all[0], last: all[2], attempts: all, retries: all.slice(1) });
  });

  it.each<readonly [string, readonly ReturnType<typeof made>[], number, number]>([
    ["broken off, then asked again", [failed("aborted"), made(trial)], 1, 1],
    [
      "broken off in its second attempt, then asked again",
      [failed("server"), failed("aborted", 2), made(trial, { attempt: 2 })],
      0,
      2,
    ],
    ["broken off in its second attempt", [failed("server"), failed("aborted", 2)], 0, 0],
    ["asked with a wrong key, then with a right one", [failed("auth"), made(trial)], 1, 1],
    ["asked with wrong keys alone", [failed("auth"), failed("billing")], 0, 0],
    ["broken off, then asked with a wrong key", [failed("aborted"), failed("auth")], 1, 1],
  ])("%s", (_, attempts, first, last) => {
    const [asked] = askedTrials(trials, attempts);
    expect([asked?.first, asked?.last]).toEqual([attempts[first], attempts[last]]);
    expect(asked?.attempts).toEqual(attempts);
  });

  it("is none where all was broken off", () => {
    expect(askedTrials(trials, [failed("aborted"), failed("aborted")])).toEqual([]);
    expect(askedTrials(trials, [])).toEqual([]);
  });

  it("keeps all that is paid for, and counts as a retry what says anything, after the first that does", () => {
    const kinds = fc.array(fc.option(fc.constantFrom(...FAILURE_KINDS), { nil: undefined }), { maxLength: 8 });
    fc.assert(
      fc.property(kinds, (given) => {
        const all = given.map((kind, i) =>
          kind === undefined ? made(trial, { attempt: i + 1 }) : failed(kind, i + 1),
        );
        const telling = all.filter(({ "tokenwon.failure": failure }) => !(failure && saysNothing(failure.kind)));
        const [asked] = askedTrials(trials, all);
        if (asked === undefined) {
          expect(given.every((kind) => kind === "aborted")).toBe(true);
          return;
        }
        expect(asked.attempts).toEqual(all);
        expect(asked.retries).toEqual(telling.slice(1));
        if (telling.length > 0) expect([asked.first, asked.last]).toEqual([telling[0], telling.at(-1)]);
      }),
      { numRuns: 100 },
    );
  });
});
