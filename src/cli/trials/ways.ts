import type { Effects } from "../effects.ts";
import { keysIn, type Place } from "../live/endpoint.ts";
import { keysOf } from "../live/keys-of.ts";
import { placesOf } from "../live/places.ts";
import { lanesOf } from "./lanes.ts";
import type { Opened, OpenInput } from "./opened.ts";
import { refuseKeysInAddresses } from "./refuse-address.ts";

/** Where everything is asked, by which ways, and what must not be written. */
export type Ways = {
  readonly places: readonly Place[];
  readonly secrets: readonly string[];
  readonly laneOf: Opened["laneOf"];
};

/** Keys and addresses of all targets, looked at before any is asked. */
export async function waysOf(
  { targets, flags }: Pick<OpenInput, "targets" | "flags">,
  effects: Pick<Effects, "env" | "cwd">,
): Promise<Ways> {
  const places = await placesOf(targets, flags, effects);
  // Any of them may tell the key of any other.
  const inFile = await keysIn(flags.keys, effects.cwd);
  const secrets = [...new Set([...keysOf(effects.env), ...keysOf(inFile), ...places.map(({ apiKey }) => apiKey)])];
  refuseKeysInAddresses(places, secrets);
  return { places, secrets, laneOf: lanesOf(places) };
}
