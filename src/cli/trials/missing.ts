import { UserError } from "../../domain/error.ts";
import type { Miss } from "../../transport/replay.ts";

/** Requests that no recording answers, each with the nearest recording and where it differs. */
export function missing(misses: readonly Miss[], suite: string): UserError {
  const many = misses.length === 1 ? "a request" : `${misses.length} requests`;
  const more = misses.length > SHOWN ? [`… and ${misses.length - SHOWN} more`] : [];
  return new UserError("recording", `The recordings of ${suite} do not answer ${many}.`, {
    details: [...misses.slice(0, SHOWN).flatMap(linesOf), ...more],
    fix: `Ask what was recorded, or record again: npm run eval -- --suite ${suite} --mode record --target …`,
  });
}

const SHOWN = 5;

function linesOf({ trial, nearest: look }: Miss): string[] {
  const nearest = look();
  if (nearest === undefined) return [`${trial}: nothing is recorded that is like it`];
  const [field] = nearest.fields;
  const more = nearest.fields.length > 1 ? ` (and ${nearest.fields.length - 1} more fields)` : "";
  if (field === undefined) return [`${trial}: recorded fewer times than it is asked`];
  return [
    `${trial}: nearest is ${nearest.attempt.trial}, but ${field.field} differs${more}`,
    `  recorded: ${field.recorded}`,
    `  asked:    ${field.asked}`,
  ];
}
