import { UserError } from "../../domain/error.ts";
import { Target } from "../../domain/target.ts";
import { providerOf } from "../../provider/index.ts";
import type { Place } from "../live/endpoint.ts";

/** Where a target is asked when nobody is asked: no key, and a host that cannot exist (RFC 6761). */
export function offlinePlace(target: string, host: "simulator" | "recording", api?: string): Place {
  if (!Target.safeParse(target).success) {
    throw new UserError("usage", `"${target}" is not a target.`, {
      fix: "A target is provider/model, as in openai/gpt-6-luna.",
    });
  }
  const [provider = "", ...model] = target.split("/");
  const entry = providerOf(provider);
  // The SDK of OpenAI takes the version for a part of the address; the others add it.
  const baseUrl = `http://${host}.invalid${Object.hasOwn(entry.apis, "chat") ? "/v1" : ""}`;
  return { target, model: model.join("/"), entry, api: api ?? entry.usualApi, baseUrl, apiKey: "none" };
}
