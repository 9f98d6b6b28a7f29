import { UserError } from "../../domain/error.ts";
import type { Provider } from "../../domain/provider.ts";
import { PROVIDERS } from "../../provider/index.ts";
import type { Effects } from "../effects.ts";
import { type Place, type PlaceFlags, placeOf } from "./endpoint.ts";

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
  const providers = new Set(targets.map(providerIn));
  // An address of none of them goes to the first, which refuses it.
  const stray = flags.baseUrl.filter((url) => !providers.has(url.slice(0, Math.max(0, url.indexOf("=")))));
  return Promise.all(
    targets.map(async (target, i) => {
      const own = flags.baseUrl.filter((url) => url.startsWith(`${providerIn(target)}=`));
      const baseUrl = i === 0 ? [...own, ...stray] : own;
      return counterOf(await placeOf(target, { ...flags, baseUrl }, effects));
    }),
  );
}

const providerIn = (target: string): string => target.split("/", 1)[0] ?? "";

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
