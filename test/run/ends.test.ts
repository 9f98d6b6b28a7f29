import { expect, it } from "vitest";
import { endsOf } from "../../src/run/ends.ts";

const aborted = (ends: ReturnType<typeof endsOf>): boolean[] =>
  ["a/x", "b/y", "c/z"].map((target) => ends.of(target).aborted);

it("a target that is ended ends alone, and all end with the run", () => {
  const halt = new AbortController();
  const ends = endsOf(["a/x", "b/y"], halt.signal);
  ends.end("a/x");
  expect(aborted(ends)).toEqual([true, false, false]);
  halt.abort(new Error("over"));
  expect(aborted(ends)).toEqual([true, true, true]);
  expect(ends.of("b/y").reason).toBe(halt.signal.reason);
  expect(aborted(endsOf(["a/x", "b/y"], halt.signal))).toEqual([true, true, true]);
});
