import { describe, expect, it } from "vitest";
import { FAULTS, Grade } from "../../src/domain/grade.ts";
import { gradeAnswer } from "../../src/grade/grade.ts";
import { expectedIn, type Row, small } from "./answers/asked.ts";
import { REPAIRED } from "./answers/repaired.ts";
import { SCHEMA } from "./answers/schema.ts";
import { UNREAD } from "./answers/unread.ts";
import { VALID } from "./answers/valid.ts";

const ROWS = [...VALID, ...REPAIRED, ...UNREAD, ...SCHEMA];

const graded = ({ text, finish, lang, fields }: Row): Grade =>
  gradeAnswer({ text, finish }, { task: small, expected: expectedIn(lang), ...(fields && { fields }) });

const told = ({ reading, valid, repaired, faults, fields }: Grade): Pick<Row, "is" | "faults" | "wrong"> => ({
  is: `${reading ?? "none"} ${valid ? "valid" : repaired ? "repaired" : "invalid"}`,
  faults: faults.map(({ kind, path }) => (path === undefined ? kind : `${kind}:${path}`)).join(", "),
  wrong: fields?.wrong.join(", ") ?? "",
});

describe("answers by hand", () => {
  it.each(ROWS)("$lang: $name", (row) => {
    const grade = graded(row);
    expect(told(grade)).toEqual({ is: row.is, faults: row.faults, wrong: row.wrong });
    expect(Grade.parse(JSON.parse(JSON.stringify(grade)))).toEqual(grade);
    // What is not valid at first try has a fault that decided it, and it is one of those told.
    expect(grade.decided === undefined).toBe(grade.valid);
    if (grade.decided !== undefined) expect(grade.faults.map(({ kind }) => kind)).toContain(grade.decided);
  });

  it("are at least 120, in both languages, with every fault", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(120);
    for (const lang of ["ko", "en"]) expect(ROWS.filter((row) => row.lang === lang).length).toBeGreaterThan(50);
    const seen = new Set(ROWS.flatMap((row) => graded(row).faults.map(({ kind }) => kind)));
    expect(FAULTS.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
