import type { Measurement } from "../domain/measurement.ts";

/** How a target's tokens are known, as far as a table tells it. */
export type Grade = "exact" | "live" | "assumed";

/** The grade of a row: counted with its own tokenizer, counted by its vendor, or anything less. */
export const gradeOf = (row: Pick<Measurement, "evidence"> | undefined): Grade =>
  row?.evidence === "exact" || row?.evidence === "live" ? row.evidence : "assumed";
