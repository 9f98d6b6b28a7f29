import { providerOf } from "../../provider/index.ts";
import type { Place } from "../live/endpoint.ts";
import { targetParts } from "../live/target-parts.ts";

/** Where a target is asked when nobody is asked: no key, and a host that cannot exist (RFC 6761). */
export function offlinePlace(target: string, host: "simulator" | "recording", api?: string): Place {
  const { provider, model } = targetParts(target);
  const entry = providerOf(provider);
  // The SDK of OpenAI takes the version for a part of the address; the others add it.
  const baseUrl = `http://${host}.invalid${Object.hasOwn(entry.apis, "chat") ? "/v1" : ""}`;
  return { target, model, entry, api: api ?? entry.usualApi, baseUrl, apiKey: "none" };
}
