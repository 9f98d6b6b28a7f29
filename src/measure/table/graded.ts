import { FAULTS, type FaultKind, type Grade, READINGS, type Reading } from "../../domain/grade.ts";
import { type Columns, setSeldom } from "./columns.ts";

/** What figures need of a grade. */
export type GradeSeen = {
  readonly reading: Reading | undefined;
  readonly valid: boolean;
  readonly repaired: boolean;
  readonly decided: FaultKind | undefined;
  readonly faults: readonly FaultKind[];
  readonly fields: { readonly right: number; readonly all: number } | undefined;
};

/** Bits of the column `grade`: that there is one, valid, repaired; above them the place of the reading, from 1. */
const GRADED = 1;
const VALID = 2;
const REPAIRED = 4;
const READING = 3;

/** Writes a grade into its columns. */
export function setGrade(columns: Columns, row: number, grade: Grade): void {
  const { reading, valid, repaired, decided, faults, fields } = grade;
  const place = reading === undefined ? 0 : 1 + READINGS.indexOf(reading);
  setSeldom(columns, "grade", row, GRADED | (valid ? VALID : 0) | (repaired ? REPAIRED : 0) | (place << READING));
  if (decided !== undefined) setSeldom(columns, "decided", row, 1 + FAULTS.indexOf(decided));
  const bits = faults.reduce((all, { kind }) => all | (1 << FAULTS.indexOf(kind)), 0);
  if (bits !== 0) setSeldom(columns, "faults", row, bits);
  if (fields !== undefined) {
    setSeldom(columns, "fieldsRight", row, fields.right);
    setSeldom(columns, "fieldsAll", row, fields.all);
  }
}

/** The grade of a row; undefined where it has none. */
export function gradeAt(columns: Columns, row: number): GradeSeen | undefined {
  const bits = columns.grade[row] ?? 0;
  if ((bits & GRADED) === 0) return undefined;
  const decided = columns.decided[row] ?? 0;
  const faults = columns.faults[row] ?? 0;
  const right = columns.fieldsRight[row] ?? Number.NaN;
  return {
    reading: READINGS[(bits >> READING) - 1],
    valid: (bits & VALID) !== 0,
    repaired: (bits & REPAIRED) !== 0,
    decided: FAULTS[decided - 1],
    faults: FAULTS.filter((_, i) => (faults & (1 << i)) !== 0),
    fields: Number.isNaN(right) ? undefined : { right, all: columns.fieldsAll[row] ?? 0 },
  };
}
