import type { OpenAI } from "openai";
import type { Endpoint } from "../../domain/provider.ts";
import { sdk } from "./sdk.ts";

/** Loads the SDK. */
export async function ready(): Promise<void> {
  await sdk();
}

/** A day: our own deadlines end a call, through the signal. Node's timers take no more than 24 days. */
const NEVER_MS = 86_400_000;

/** What goes over the wire besides the body: this and nothing that the SDK or the environment would add. */
const headers = (apiKey: string): Record<string, string> => ({
  accept: "application/json",
  // A compressed stream arrives in bursts: the times would be those of the compression, not of the model.
  "accept-encoding": "identity",
  "content-type": "application/json",
  "user-agent": "tokenwon",
  // A local server is often asked without a key.
  ...(apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` }),
});

/**
 * A client of the SDK for one endpoint, with nothing taken from the environment: what is left undefined the SDK reads
 * from `OPENAI_*`, down to headers (`OPENAI_CUSTOM_HEADERS`) and logging of whole requests (`OPENAI_LOG`). The SDK is
 * loaded at the first call, so that a run without it does not pay for it.
 */
export async function connect({ fetch, baseUrl, apiKey }: Endpoint, home: string | undefined): Promise<OpenAI> {
  const baseURL = baseUrl ?? home;
  if (baseURL === undefined) throw new Error("This provider has no address of its own: give its base URL.");
  const { OpenAI } = await sdk();
  const own = headers(apiKey);
  return new OpenAI({
    baseURL,
    // The SDK refuses to start without a key, even where none is sent.
    apiKey: apiKey === "" ? "none" : apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: NEVER_MS,
    logLevel: "off",
    fetch: (input, init) => fetch(input, { ...init, headers: own }),
  });
}
