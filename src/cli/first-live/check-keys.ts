import { UserError } from "../../domain/error.ts";
import { PROVIDERS } from "../../provider/index.ts";
import type { Effects } from "../effects.ts";
import { type CountMeans, countOnce } from "../live/count-once.ts";
import { countersOf } from "../live/counter.ts";
import type { PlaceFlags } from "../live/endpoint.ts";

/**
 * Tries the key of every vendor that is to be asked, by counting a word, for which no vendor names a charge: a wrong key
 * is found before anything is paid. Whatever else goes wrong there is left to the step itself.
 */
export async function checkKeys(
  targets: readonly string[],
  flags: PlaceFlags,
  means: CountMeans,
  effects: Effects,
): Promise<void> {
  const known = new Set(PROVIDERS.filter(({ needsKey }) => needsKey).map(({ name }) => name));
  const oneEach = [...new Map(targets.map((target) => [target.split("/")[0] ?? "", target]))];
  const asked = oneEach.flatMap(([provider, target]) => (known.has(provider) ? [target] : []));
  const faults: string[] = [];
  for (const counter of await countersOf(asked, flags, effects)) {
    try {
      await countOnce(counter, "안녕하세요", means);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(`${counter.place.entry.title}: ${error.message}`);
    }
  }
  if (faults.length === 0) return;
  throw new UserError("provider", "Not every vendor takes its key, so nothing was asked.", {
    details: faults,
    fix: "Mend the key, or leave it out to go on with the other vendors.",
  });
}
