import { PROVIDERS } from "../../provider/index.ts";
import type { Effects } from "../effects.ts";
import { type PlaceFlags, settingsOf } from "../live/endpoint.ts";

export type Reachable = {
  /** Vendors that can be asked: a key is there, and has the form of one. */
  readonly with: readonly string[];
  /** Variables that would hold the keys of the others. */
  readonly without: readonly string[];
};

/** The vendors that need a key, by whether there is one. A key or an address that cannot be right is a UserError. */
export async function reachable(flags: PlaceFlags, effects: Pick<Effects, "env" | "cwd">): Promise<Reachable> {
  const found = { with: [] as string[], without: [] as string[] };
  for (const { name, keys, needsKey } of PROVIDERS) {
    if (!needsKey) continue;
    const own = flags.baseUrl.filter((url) => url.startsWith(`${name}=`));
    const { apiKey } = await settingsOf(name, { ...flags, baseUrl: own }, effects);
    if (apiKey === undefined) found.without.push(keys[0] ?? name);
    else found.with.push(name);
  }
  return found;
}
