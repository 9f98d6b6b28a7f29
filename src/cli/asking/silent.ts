import { UserError } from "../../domain/error.ts";
import type { Seen } from "../../measure/seen.ts";

/** Said of targets that a replay without a mode leaves out. */
export const partlyRecorded = (suite: string, targets: readonly string[]): string =>
  `note: of ${targets.join(", ")} only a part is recorded, so it is passed over; the rest: npm run eval -- --suite ${suite} --mode record --target ${targets[0] ?? ""}`;

/** A target that gave no answer at all is an error, once everything is written. */
export function refuseSilent(
  targets: readonly { readonly target: string; readonly answered: boolean }[],
  log: string,
  attempts: Iterable<Seen>,
): void {
  const silent = targets.flatMap(({ target, answered }) => (answered ? [] : [target]));
  if (silent.length === 0) return;
  throw new UserError("incomplete", `No answer came from ${silent.join(", ")}.`, {
    details: silent.flatMap((target) => {
      const failure = firstOf(attempts, target)?.["tokenwon.failure"];
      return failure === undefined ? [] : [`${target}: ${failure.kind}: ${failure.message}`];
    }),
    fix: `See ${log}, or ask one alone: npm run eval -- ask "안녕" --target ${silent[0] ?? ""}`,
  });
}

function firstOf(attempts: Iterable<Seen>, target: string): Seen | undefined {
  for (const attempt of attempts) if (attempt["tokenwon.target"] === target) return attempt;
  return undefined;
}
