import { UserError } from "../../domain/error.ts";
import type { Provider } from "../../domain/provider.ts";
import type { Place } from "../live/endpoint.ts";

/** The provider of a place, loaded, so that the first trial is not timed with it. */
export async function speaking({ entry, api }: Place): Promise<Provider> {
  const load = Object.hasOwn(entry.apis, api) ? entry.apis[api] : undefined;
  if (load === undefined) {
    throw new UserError("usage", `${entry.title} has no API "${api}" here.`, {
      fix: `It has: ${Object.keys(entry.apis).join(", ")}.`,
    });
  }
  const provider = await load();
  await provider.ready();
  return provider;
}
