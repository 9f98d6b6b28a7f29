import type { Place } from "../live/endpoint.ts";
import { targetParts } from "../live/target-parts.ts";

/** The lane of a target: by provider, and where one is asked at several addresses or by several keys, numbered. */
export function lanesOf(
  places: readonly Pick<Place, "target" | "entry" | "baseUrl" | "apiKey">[],
): (target: string) => string {
  const names = new Map<string, string>();
  const byTarget = new Map<string, string>();
  for (const { target, entry, baseUrl, apiKey } of places) {
    const way = JSON.stringify([entry.name, baseUrl, apiKey]);
    const alike = [...names.values()].filter((name) => name.split(" ")[0] === entry.name).length;
    const name = names.get(way) ?? (alike === 0 ? entry.name : `${entry.name} ${alike + 1}`);
    names.set(way, name);
    byTarget.set(target, name);
  }
  return (target) => byTarget.get(target) ?? targetParts(target).provider;
}
