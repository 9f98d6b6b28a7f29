import type { Suspect } from "../../cost/books/suspects.ts";
import { UserError } from "../../domain/error.ts";
import { arrow } from "./diff-lines.ts";

/** Why nothing is written: every suspicious price, from what to what, and the flag that takes it all the same. */
export function refusal(file: string, suspects: readonly Suspect[]): UserError {
  const targets = [...new Set(suspects.map(({ target }) => target))];
  const prices = suspects.length === 1 ? "1 price" : `${suspects.length} prices`;
  return new UserError("price", `${prices} of ${file} may be wrong, so nothing was written.`, {
    details: suspects.map((suspect) => {
      const factor = suspect.factor === undefined ? "" : ` (x${suspect.factor})`;
      return `${suspect.target}: ${suspect.what} ${arrow(suspect)}${factor}: ${suspect.why}; --accept ${suspect.target}`;
    }),
    fix: `Look at the vendor's page; take those that are right with ${targets.map((target) => `--accept ${target}`).join(" ")}.`,
  });
}
