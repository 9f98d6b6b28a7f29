import type { Provider } from "../../domain/provider.ts";
import type { Place } from "../live/endpoint.ts";
import { loaderOf } from "../live/target-parts.ts";

/** The provider of a place, loaded, so that the first trial is not timed with it. */
export async function speaking({ entry, api }: Place): Promise<Provider> {
  const provider = await loaderOf(entry, api)();
  await provider.ready();
  return provider;
}
