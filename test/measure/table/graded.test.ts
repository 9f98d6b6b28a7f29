import fc from "fast-check";
import { expect, it } from "vitest";
import { FAULTS, type Grade, READINGS } from "../../../src/domain/grade.ts";
import { grow, newColumns } from "../../../src/measure/table/columns.ts";
import { gradeAt, setGrade } from "../../../src/measure/table/graded.ts";

const outcome = fc.constantFrom("passed" as const, "failed" as const, "skipped" as const);
const fields = fc.record({
  right: fc.double({ min: 0, max: 500, noNaN: true, noDefaultInfinity: true }),
  all: fc.integer({ min: 0, max: 65_535 }),
  wrong: fc.array(fc.string(), { maxLength: 2 }),
});
const fault = fc.record({ kind: fc.constantFrom(...FAULTS), path: fc.string() });

/** Any grade, made by the grader or not; a fault may stand in it twice. */
const grade: fc.Arbitrary<Grade> = fc.record(
  {
    reading: fc.constantFrom(...READINGS),
    valid: fc.boolean(),
    repaired: fc.boolean(),
    steps: fc.record({ raw: outcome, fence: outcome, extracted: outcome, schema: outcome, fields: outcome }),
    faults: fc.array(fault, { maxLength: 6 }),
    decided: fc.constantFrom(...FAULTS),
    fields,
  },
  { requiredKeys: ["valid", "repaired", "steps", "faults"] },
);

const seenOf = ({ reading, valid, repaired, decided, faults, fields }: Grade): ReturnType<typeof gradeAt> => ({
  reading,
  valid,
  repaired,
  decided,
  faults: FAULTS.filter((kind) => faults.some((each) => each.kind === kind)),
  fields: fields && { right: fields.right, all: fields.all },
});

it("a table gives back of every grade what figures need of it, however often it has grown", () => {
  const rows = fc.array(fc.option(grade, { nil: undefined }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (grades, room) => {
      const columns = newColumns(room);
      for (const [row, one] of grades.entries()) {
        while (row >= columns.trial.length) grow(columns);
        if (one !== undefined) setGrade(columns, row, one);
      }
      expect(grades.map((_, row) => gradeAt(columns, row))).toEqual(grades.map((one) => one && seenOf(one)));
    }),
    { numRuns: 100 },
  );
});

it("every kind of fault has a bit of its own", () => {
  const columns = newColumns(FAULTS.length);
  const steps = { raw: "failed", fence: "failed", extracted: "failed", schema: "skipped", fields: "skipped" } as const;
  for (const [row, kind] of FAULTS.entries())
    setGrade(columns, row, { valid: false, repaired: false, steps, faults: [{ kind }], decided: kind });
  expect(FAULTS.map((_, row) => gradeAt(columns, row)?.faults)).toEqual(FAULTS.map((kind) => [kind]));
});
