import { UserError } from "../../domain/error.ts";
import type { Provider } from "../../domain/provider.ts";
import { PROVIDERS } from "../../provider/index.ts";
import type { Effects } from "../effects.ts";
import type { Place, PlaceFlags } from "./endpoint.ts";
import { placesOf } from "./places.ts";

/** A target whose vendor counts, and how its endpoint is asked. */
export type Counter = {
  readonly place: Place;
  readonly count: NonNullable<Provider["count"]>;
  readonly describe: Provider["describe"];
};

/** How every target is counted by its vendor; a UserError where one has no count endpoint, no key or no address. */
export async function countersOf(
  targets: readonly string[],
  flags: PlaceFlags,
  effects: Pick<Effects, "env" | "cwd">,
): Promise<Counter[]> {
  return Promise.all((await placesOf(targets, flags, effects)).map(counterOf));
}

/** The first of a provider's APIs that can count. */
async function counterOf(place: Place): Promise<Counter> {
  for (const load of Object.values(place.entry.apis)) {
    const { count, describe } = await load();
    if (count !== undefined) return { place, count, describe };
  }
  throw new UserError("usage", `${place.target} cannot be counted live: ${place.entry.title} has no count endpoint.`, {
    fix: `Name a target of a vendor that has one (${await namesOfCounting()}), or count offline without --mode live.`,
  });
}

async function namesOfCounting(): Promise<string> {
  const names = await Promise.all(
    PROVIDERS.map(async ({ name, apis }) => {
      const loaded = await Promise.all(Object.values(apis).map((load) => load()));
      return loaded.some(({ count }) => count !== undefined) ? [name] : [];
    }),
  );
  return names.flat().join(", ");
}
