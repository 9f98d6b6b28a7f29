import type { Effects } from "../effects.ts";
import { type Place, type PlaceFlags, placeOf } from "./endpoint.ts";

/** The places of several targets: each address goes to the targets of its provider, and one of none of them is refused. */
export function placesOf(
  targets: readonly string[],
  flags: PlaceFlags,
  effects: Pick<Effects, "env" | "cwd">,
): Promise<Place[]> {
  const providers = new Set(targets.map(providerIn));
  // An address of none of them goes to the first, which refuses it.
  const stray = flags.baseUrl.filter((url) => !providers.has(url.slice(0, Math.max(0, url.indexOf("=")))));
  return Promise.all(
    targets.map((target, i) => {
      const own = flags.baseUrl.filter((url) => url.startsWith(`${providerIn(target)}=`));
      return placeOf(target, { ...flags, baseUrl: i === 0 && stray.length > 0 ? stray : own }, effects);
    }),
  );
}

const providerIn = (target: string): string => target.split("/", 1)[0] ?? "";
