import type { Seen } from "../../measure/seen.ts";

/**
 * Where the figures of attempts come from: of live and recorded ones the days and the models that answered; of simulated
 * ones the profile alone, since days mean nothing there.
 */
export function sourceOf(attempts: readonly Seen[], profiles: string): string {
  const of = (evidence: Seen["tokenwon.evidence"]): readonly Seen[] =>
    attempts.filter((attempt) => attempt["tokenwon.evidence"] === evidence);
  return [
    ...measured("live", of("live")),
    ...measured("recorded", of("recorded")),
    ...(of("simulated").length === 0 ? [] : [`simulated by profile ${profiles}`]),
  ].join("; ");
}

function measured(how: string, attempts: readonly Seen[]): string[] {
  if (attempts.length === 0) return [];
  const models = unique(attempts.flatMap((attempt) => attempt["gen_ai.response.model"] ?? []));
  const served = models.length === 0 ? "" : `, served by ${models.join(", ")}`;
  return [`${how} ${daysOf(attempts)}${served}`];
}

/** `2026-11-25`, or the first and last of several: days in UTC. */
export function daysOf(attempts: readonly Seen[]): string {
  const days = unique(attempts.map((attempt) => attempt["tokenwon.started"].slice(0, 10)));
  const first = days[0] ?? "";
  const last = days.at(-1) ?? "";
  return first === last ? first : `${first}–${last}`;
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
